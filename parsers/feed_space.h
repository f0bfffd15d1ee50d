#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "parsers/feed_names.h"

namespace vigie::parsers {

/// A qualified name taken apart: "dc:date" into "dc" and "date".
struct QName {
  std::string_view prefix;
  std::string_view local;
};
QName split_name(std::string_view name);

/// The namespace declarations in force, as vocabularies. Views point into the feed's text.
class FeedSpaces {
 public:
  /// Takes the xmlns attributes of a tag; at most 256 declarations are kept.
  void bind(std::string_view attributes);

  /// Settles what the root's own namespace stands for: RSS or Atom, whatever URI the feed gives it.
  void set_root(std::string_view prefix, FeedSpace space);

  std::size_t mark() const { return bindings_.size(); }
  /// Forgets declarations made since `mark`.
  void forget(std::size_t mark) { bindings_.resize(mark < bindings_.size() ? mark : bindings_.size()); }

  struct Found {
    FeedSpace space = FeedSpace::other;
    bool declared = true;
  };
  /// The vocabulary of a name. A prefix that is not declared means what everyone means by it.
  Found find(const QName& name) const;

 private:
  struct Binding {
    std::string_view prefix;
    FeedSpace space;
  };
  std::vector<Binding> bindings_;
  std::string_view root_prefix_;
  FeedSpace root_space_ = FeedSpace::none;
  bool root_known_ = false;
};

}  // namespace vigie::parsers

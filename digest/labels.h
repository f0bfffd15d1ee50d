#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/time.h"

namespace vigie::digest {

/// The words of one reader's language, as config/digest/labels/<lang>.toml holds them with its tables joined by dots:
/// "section.denials", "state.CN", "state.CN.the", "office.ministry_foreign" … UTF-8, NFC, plain text.
struct Labels {
  std::string language;  // BCP 47 of the labels: "en"
  std::map<std::string, std::string, std::less<>> text;

  /// The text under `key`; where there is none, the key's last part, so that a gap is seen and nothing breaks.
  std::string_view get(std::string_view key) const;
  /// The text under `key`, or `otherwise`.
  std::string_view get(std::string_view key, std::string_view otherwise) const;
  bool has(std::string_view key) const;
};

/// `pattern` with each {name} replaced by the value of that name; a name without a value stands as it is. Values are
/// put in once and never read again as patterns.
std::string fill(std::string_view pattern, const std::vector<std::pair<std::string_view, std::string>>& values);

/// `key`.one or `key`.other, by n, filled with {n}. A language whose zero is singular has `key`.zero.
std::string counted(const Labels& labels, std::string_view key, long n);

/// "Sources: a, b": the label under `key` before `text`, as the reader's language sets a colon.
std::string labelled(const Labels& labels, std::string_view key, const std::string& text);

/// The name of a state (ISO 3166-1 alpha-2) in the reader's language; the code where the labels have none.
/// `form` selects an inflected form ("the", "in", "to" …), falling back to the plain name.
std::string state_name(const Labels& labels, std::string_view code, std::string_view form = {});

/// "2022-07-18" as the reader writes it: "18 July 2022". What is not such a day is returned as it is.
std::string day_name(const Labels& labels, std::string_view day);

/// A moment in UTC as the reader writes it: "18 July 2022, 05:40 UTC".
std::string moment_name(const Labels& labels, Time at);

/// "a, b and c" as the reader writes it. An item's `last_form` stands for it at the end where the language joins it
/// differently there ("e Irán"); empty for none.
struct ListItem {
  std::string text;
  std::string last_form;
};
std::string joined(const Labels& labels, const std::vector<ListItem>& items);

}  // namespace vigie::digest

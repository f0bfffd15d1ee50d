#include "parsers/feed_xml.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "model/text.h"
#include "parsers/feed_draft.h"
#include "parsers/feed_fields.h"
#include "parsers/feed_names.h"
#include "parsers/feed_space.h"
#include "parsers/html_names.h"
#include "parsers/xml_scanner.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_none = std::string_view::npos;
constexpr std::size_t k_max_inner_depth = 64;

// Where the reader stands: what a child element says is said of the channel, of an entry, of the parent of a container,
// or of nothing that matters.
enum class Place { channel, entry, container, aside };

struct Open {
  std::string_view name;
  Place place = Place::aside;
  std::size_t base = 0;    // index into bases_
  std::size_t spaces = 0;  // declarations in force outside it
  std::optional<std::string> language;
};

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() && equals_ignoring_ascii_case(a, b);
}

std::unique_ptr<Url> to_url(std::string_view text) {
  if (text.empty()) return nullptr;
  Expected<Url> url = parse_url(text);
  return url ? std::make_unique<Url>(std::move(*url)) : nullptr;
}

class Reader {
 public:
  Reader(std::string_view text, const FeedContext& context, const EntrySink& sink)
      : scanner_(text), context_(context), sink_(sink), fields_(scanner_.entities(), context.max_text_bytes, repairs_) {
    bases_.push_back(to_url(context.url));
    channel_.language.offer(feed_language(context.content_language), 1);
    channel_.country = feed_country(context, channel_.language.value);
  }

  Feed read(std::size_t root) {
    // The document type, which may declare entities, stands before the root.
    while (scanner_.position() < root && scanner_.next().begin < root) {
    }
    scanner_.seek(root);
    while (!stopped_) {
      const XmlTag tag = scanner_.next();
      if (tag.kind == XmlTag::Kind::done) break;
      if (tag.kind == XmlTag::Kind::end) {
        close(tag.name);
      } else {
        open(tag);
      }
    }
    if (!stopped_ && entry_) repairs_.add("the feed breaks off inside an entry");
    while (!stopped_ && !open_.empty()) pop();
    channel_.take_feed(feed_);
    feed_.repairs = repairs_.take();
    return std::move(feed_);
  }

 private:
  Place place() const { return open_.empty() ? Place::channel : open_.back().place; }

  void open(const XmlTag& tag) {
    if (entry_ && open_.back().place == Place::entry && same_name(open_.back().name, tag.name)) {
      repairs_.add("an entry is not closed");
      pop();
      if (stopped_) return;
    }
    const std::size_t spaces = spaces_.mark();
    const std::size_t bases = bases_.size();
    spaces_.bind(tag.attributes);
    if (!started_) begin_root(tag);
    std::size_t base = open_.empty() ? 0 : open_.back().base;
    const FeedElement element = identify(tag, base);
    if (enter(element, base, spaces)) return;
    spaces_.forget(spaces);
    bases_.resize(bases);
  }

  void begin_root(const XmlTag& tag) {
    started_ = true;
    const QName name = split_name(tag.name);
    const std::string local = ascii_lower(name.local);
    root_is_atom_ = local == "feed" || local == "entry";
    spaces_.set_root(name.prefix, root_is_atom_ ? FeedSpace::atom : FeedSpace::rss);
    const std::string version = attribute(tag, "version").value_or("");
    const auto declares = [&](std::string_view uri) { return tag.attributes.find(uri) != k_none; };
    if (root_is_atom_) {
      feed_.format = version == "0.3" || declares("purl.org/atom/ns#") ? "atom0.3" : "atom1";
    } else if (local == "rdf") {
      feed_.format = declares("simple/0.9") ? "rss0.9x" : "rss1";
    } else if (local == "channel") {
      feed_.format = declares("rss1.1") ? "rss1" : "cdf";
    } else {
      feed_.format = version.starts_with("0.9") ? "rss0.9x" : "rss2";
    }
  }

  FeedElement identify(const XmlTag& tag, std::size_t& base) {
    FeedElement element;
    element.tag = tag;
    if (tag.attributes.find("xml:") != k_none) {
      element.language = attribute(tag, "xml:lang");
      base = own_base(tag, base);
    }
    const QName name = split_name(tag.name);
    const FeedSpaces::Found found = spaces_.find(name);
    if (!found.declared && found.space != FeedSpace::other) repairs_.add("a namespace prefix is not declared");
    element.space = found.space;
    element.meaning = meaning_of(found.space, ascii_lower(name.local.substr(0, 32)));
    element.atom = found.space == FeedSpace::atom || (found.space == FeedSpace::none && root_is_atom_);
    element.base = bases_[base].get();
    element.site = base == 0 ? site_.get() : nullptr;
    return element;
  }

  std::size_t own_base(const XmlTag& tag, std::size_t parent) {
    const std::optional<std::string> written = attribute(tag, "xml:base");
    if (!written) return parent;
    std::unique_ptr<Url> url = to_url(feed_address(*written, bases_[parent].get()));
    if (url == nullptr) return parent;
    bases_.push_back(std::move(url));
    return bases_.size() - 1;
  }

  // True when the element stays open.
  bool enter(const FeedElement& element, std::size_t base, std::size_t spaces) {
    const FeedField field = element.meaning.field;
    // An entry may stand in the channel, beside it (RSS 1.0) and in wrappers of any name.
    if (field == FeedField::entry && !entry_) return begin_entry(element, base, spaces);
    if (place() == Place::aside) return push(element, Place::aside, base, spaces);
    switch (field) {
      case FeedField::channel:
        if (entry_) return false;
        fields_.read_attributes(element, FieldScope::feed, channel_);
        return push(element, Place::channel, base, spaces);
      case FeedField::container:
        return push(element, Place::container, base, spaces);
      case FeedField::unknown:
      case FeedField::entry:
      case FeedField::aside:
        return push(element, Place::aside, base, spaces);
      case FeedField::source:
        if (!element.atom || !entry_) return push(element, Place::aside, base, spaces);
        [[fallthrough]];
      default:
        read_field(element);
        return false;
    }
  }

  bool push(const FeedElement& element, Place place, std::size_t base, std::size_t spaces) {
    if (element.tag.kind == XmlTag::Kind::empty) return false;
    if (open_.size() >= static_cast<std::size_t>(std::max(context_.max_depth, 8))) {
      repairs_.add("elements are nested too deep");
      return false;
    }
    open_.push_back({element.tag.name, place, base, spaces, element.language});
    return true;
  }

  bool begin_entry(const FeedElement& element, std::size_t base, std::size_t spaces) {
    entry_ = std::make_unique<FeedDraft>();
    entry_->country = feed_country(context_, channel_.language.value);
    fields_.read_attributes(element, FieldScope::entry, *entry_);
    if (push(element, Place::entry, base, spaces)) return true;
    end_entry(element.language);
    return false;
  }

  void close(std::string_view name) {
    const auto match =
        std::find_if(open_.rbegin(), open_.rend(), [&](const Open& o) { return same_name(o.name, name); });
    if (match == open_.rend()) return;
    if (match != open_.rbegin()) repairs_.add("elements are not closed in order");
    const std::size_t keep = static_cast<std::size_t>(open_.rend() - match) - 1;
    while (open_.size() > keep && !stopped_) pop();
  }

  void pop() {
    const Open closed = std::move(open_.back());
    open_.pop_back();
    spaces_.forget(closed.spaces);
    bases_.resize(std::max<std::size_t>(1, std::min(bases_.size(), open_.empty() ? 1 : open_.back().base + 1)));
    if (closed.place == Place::entry) end_entry(closed.language);
  }

  void end_entry(const std::optional<std::string>& language) {
    FeedDraft draft = std::move(*entry_);
    entry_.reset();
    if (count_ >= context_.max_entries) {
      repairs_.add("entries behind the " + std::to_string(context_.max_entries) + "th are left out");
      stopped_ = true;
      return;
    }
    ++count_;
    if (!sink_(draft.take_entry(channel_, language))) stopped_ = true;
  }

  void read_field(const FeedElement& element) {
    const bool empty = element.tag.kind == XmlTag::Kind::empty;
    const std::string_view raw = empty ? std::string_view() : capture(element);
    if (entry_) return fields_.read(element, raw, FieldScope::entry, *entry_);
    fields_.read(element, raw, FieldScope::feed, channel_);
    if (element.meaning.field == FeedField::link && !element.atom && is_web_address(channel_.link.value)) {
      site_ = to_url(channel_.link.value);
    }
  }

  // The content of the field whose start tag was just read, up to where it ends or must have ended.
  std::string_view capture(const FeedElement& field) {
    const std::size_t begin = field.tag.end;
    std::vector<std::string_view> inner;
    for (;;) {
      const XmlTag tag = scanner_.next();
      if (tag.kind == XmlTag::Kind::done) {
        repairs_.add("the feed breaks off inside an element");
        return scanner_.text().substr(begin);
      }
      if (tag.kind != XmlTag::Kind::end) {
        if (inner.empty() ? begins_other(field, tag) : begins_entry(tag.name) && !holds_markup(field)) {
          return stop_at(begin, tag);
        }
        if (tag.kind == XmlTag::Kind::start && inner.size() < k_max_inner_depth) inner.push_back(tag.name);
        continue;
      }
      const auto opened = std::find(inner.rbegin(), inner.rend(), tag.name);
      if (opened != inner.rend()) {
        inner.resize(static_cast<std::size_t>(inner.rend() - opened) - 1);
      } else if (same_name(tag.name, field.tag.name)) {
        return scanner_.text().substr(begin, tag.begin - begin);
      } else if (closes_structure(tag.name)) {
        return stop_at(begin, tag);
      } else if (inner.empty() && ends_instead(field, tag.name)) {
        repairs_.add("an element is closed under another name");
        return scanner_.text().substr(begin, tag.begin - begin);
      }
    }
  }

  // Summaries and contents may hold naked HTML, a source another feed's elements.
  static bool holds_markup(const FeedElement& field) {
    const FeedField kind = field.meaning.field;
    return kind == FeedField::summary || kind == FeedField::content || kind == FeedField::source;
  }

  // Whether a tag inside a field belongs beside or behind it, so that the field has lost its end tag.
  bool begins_other(const FeedElement& field, const XmlTag& tag) const {
    if (begins_entry(tag.name)) return true;
    if (field.meaning.field == FeedField::source) return false;
    return is_field(tag.name) && (!holds_markup(field) || !is_html(tag.name));
  }

  // Whether an end tag that opens nothing inside a field stands for the field's own: a slip of the pen, or another's.
  bool ends_instead(const FeedElement& field, std::string_view name) const {
    return !is_html(name) || (!holds_markup(field) && is_field(name));
  }

  bool is_field(std::string_view name) const {
    const QName parts = split_name(name);
    const FeedField field = meaning_of(spaces_.find(parts).space, ascii_lower(parts.local.substr(0, 32))).field;
    return field != FeedField::unknown && field != FeedField::container && field != FeedField::aside &&
           field != FeedField::source;
  }

  static bool is_html(std::string_view name) { return text_flow(ascii_lower(name)) != TextFlow::unknown; }

  std::string_view stop_at(std::size_t begin, const XmlTag& tag) {
    repairs_.add("an element is not closed");
    scanner_.seek(tag.begin);
    return scanner_.text().substr(begin, tag.begin - begin);
  }

  bool begins_entry(std::string_view name) const {
    if (entry_) {
      return std::any_of(open_.begin(), open_.end(),
                         [&](const Open& o) { return o.place == Place::entry && same_name(o.name, name); });
    }
    return same_name(name, "item") || same_name(name, "entry");
  }

  bool closes_structure(std::string_view name) const {
    return std::any_of(open_.begin(), open_.end(),
                       [&](const Open& o) { return o.place != Place::aside && same_name(o.name, name); });
  }

  XmlScanner scanner_;
  const FeedContext& context_;
  const EntrySink& sink_;
  Repairs repairs_;
  FieldReader fields_;
  FeedSpaces spaces_;
  Feed feed_;
  FeedDraft channel_;
  std::unique_ptr<FeedDraft> entry_;
  std::vector<Open> open_;
  std::vector<std::unique_ptr<Url>> bases_;  // [0] is the feed's address
  std::unique_ptr<Url> site_;                // an RSS channel's link
  bool started_ = false;
  bool stopped_ = false;
  bool root_is_atom_ = false;
  std::size_t count_ = 0;
};

}  // namespace

Feed read_xml_feed(std::string_view text, std::size_t root, const FeedContext& context, const EntrySink& sink) {
  return Reader(text, context, sink).read(root);
}

std::size_t find_feed_root(std::string_view text, std::size_t limit) {
  XmlScanner scanner(text.substr(0, limit));
  for (XmlTag tag = scanner.next(); tag.kind != XmlTag::Kind::done; tag = scanner.next()) {
    if (tag.kind == XmlTag::Kind::end) continue;
    const std::string local = ascii_lower(split_name(tag.name).local);
    if (local == "rss" || local == "feed" || local == "rdf" || local == "channel" || local == "entry") return tag.begin;
  }
  return k_none;
}

}  // namespace vigie::parsers

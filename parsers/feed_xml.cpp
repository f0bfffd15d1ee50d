#include "parsers/feed_xml.h"

#include <algorithm>
#include <charconv>
#include <memory>

#include "model/text.h"
#include "parsers/feed_draft.h"
#include "parsers/feed_names.h"
#include "parsers/feed_text.h"
#include "parsers/html_names.h"
#include "parsers/plain_text.h"
#include "parsers/xml_scanner.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_none = std::string_view::npos;
constexpr std::size_t k_max_bindings = 256;
constexpr std::size_t k_max_inner_depth = 256;
constexpr std::size_t k_max_token_bytes = 8192;

struct QName {
  std::string_view prefix;
  std::string_view local;
};

QName split_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == k_none) return {{}, name};
  return {name.substr(0, colon), name.substr(colon + 1)};
}

enum class Place { channel, entry, container, aside };

struct Open {
  std::string_view name;
  Place place = Place::aside;
  std::size_t base = 0;  // index into bases_
  std::size_t bindings = 0;
  std::optional<std::string> language;
};

struct Binding {
  std::string_view prefix;
  FeedSpace space;
};

// The form RSS and unnamed vocabularies leave to the reader.
struct Element {
  XmlTag tag;
  FeedSpace space = FeedSpace::none;
  FieldMeaning meaning;
  std::size_t base = 0;
  std::optional<std::string> language;  // the element's own xml:lang
};

class Reader {
 public:
  Reader(std::string_view text, const FeedContext& context, const EntrySink& sink)
      : scanner_(text), context_(context), sink_(sink) {
    bases_.push_back(to_url(context.url));
  }

  Feed read(std::size_t root) {
    // The document type stands before the root.
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
    if (!stopped_ && !open_.empty()) {
      if (entry_) repair("the feed breaks off inside an entry");
      while (!open_.empty()) pop();
    }
    return finish();
  }

 private:
  static std::unique_ptr<Url> to_url(std::string_view text) {
    if (text.empty()) return nullptr;
    Expected<Url> url = parse_url(text);
    return url ? std::make_unique<Url>(std::move(*url)) : nullptr;
  }

  void repair(std::string_view what) {
    constexpr std::size_t k_max_repairs = 16;
    if (feed_.repairs.size() < k_max_repairs &&
        std::find(feed_.repairs.begin(), feed_.repairs.end(), what) == feed_.repairs.end()) {
      feed_.repairs.emplace_back(what);
    }
  }

  Place place() const { return open_.empty() ? Place::channel : open_.back().place; }
  FeedDraft& draft() { return entry_ ? *entry_ : channel_; }

  // --- names -------------------------------------------------------------------------------------------------------

  void bind(std::string_view attributes) {
    for_each_attribute(attributes, [&](std::string_view name, std::string_view raw) {
      if (!name.starts_with("xmlns") || bindings_.size() >= k_max_bindings) return;
      if (name.size() > 5 && name[5] != ':') return;
      bindings_.push_back({name.size() > 5 ? name.substr(6) : std::string_view(), space_of_uri(raw)});
    });
  }

  FeedSpace space_of(const QName& name) {
    for (auto it = bindings_.rbegin(); it != bindings_.rend(); ++it) {
      if (it->prefix == name.prefix) {
        // Whatever namespace a feed's root is in, its siblings are in it because they belong to the feed.
        return it->space == FeedSpace::other && root_binding_ == name.prefix && !open_.empty() ? root_space_
                                                                                               : it->space;
      }
    }
    if (name.prefix.empty()) return root_space_;
    const FeedSpace space = space_of_prefix(name.prefix);
    if (space != FeedSpace::other) repair("a namespace prefix is not declared");
    return space;
  }

  Element identify(const XmlTag& tag) {
    Element element;
    element.tag = tag;
    element.base = open_.empty() ? 0 : open_.back().base;
    if (!tag.attributes.empty()) {
      if (tag.attributes.find("xmlns") != k_none) bind(tag.attributes);
      if (tag.attributes.find("xml:") != k_none) read_xml_attributes(element);
    }
    const QName name = split_name(tag.name);
    element.space = space_of(name);
    std::string lower(name.local.substr(0, 32));
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    element.meaning = meaning_of(element.space, lower);
    return element;
  }

  void read_xml_attributes(Element& element) {
    element.language = attribute(element.tag, "xml:lang");
    const std::optional<std::string> base = attribute(element.tag, "xml:base");
    if (!base) return;
    const Url* parent = bases_[element.base].get();
    std::unique_ptr<Url> url = to_url(feed_address(*base, parent));
    if (url == nullptr) return;
    element.base = bases_.size();
    bases_.push_back(std::move(url));
  }

  const Url* base_of(const Element& element) const { return bases_[element.base].get(); }

  // Relative links of RSS are the site's, not the address the feed happens to be served from; Atom and xml:base are
  // exact.
  const Url* link_base(const Element& element) const {
    return element.base == 0 && !is_atom(element) && site_ != nullptr ? site_.get() : base_of(element);
  }

  bool is_atom(const Element& element) const {
    return element.space == FeedSpace::atom || (element.space == FeedSpace::none && root_is_atom_);
  }

  // --- structure ---------------------------------------------------------------------------------------------------

  void open(const XmlTag& tag) {
    const std::size_t bindings = bindings_.size();
    const std::size_t bases = bases_.size();
    if (open_.empty() && !started_) begin_root(tag);
    Element element = identify(tag);
    const bool entered = enter(element, bindings);
    if (!entered) {
      bindings_.resize(bindings);
      bases_.resize(bases);
    }
  }

  void begin_root(const XmlTag& tag) {
    started_ = true;
    bind(tag.attributes);
    const QName name = split_name(tag.name);
    const std::string local = ascii_lower(name.local);
    root_is_atom_ = local == "feed" || local == "entry";
    root_binding_ = name.prefix;
    root_space_ = root_is_atom_ ? FeedSpace::atom : FeedSpace::rss;
    bool declared = false;
    for (const Binding& binding : bindings_) declared = declared || binding.prefix == name.prefix;
    if (!declared) root_space_ = FeedSpace::none;
    name_format(tag, local);
  }

  void name_format(const XmlTag& tag, std::string_view local) {
    const std::string version = attribute(tag, "version").value_or("");
    if (root_is_atom_) {
      const bool old = version == "0.3" || tag.attributes.find("purl.org/atom/ns#") != k_none;
      feed_.format = old ? "atom0.3" : "atom1";
    } else if (local == "rdf") {
      feed_.format = tag.attributes.find("simple/0.9") != k_none ? "rss0.9x" : "rss1";
    } else if (local == "channel") {
      feed_.format = tag.attributes.find("rss1.1") != k_none ? "rss1" : "cdf";
    } else {
      feed_.format = version.starts_with("0.9") ? "rss0.9x" : "rss2";
    }
  }

  // True when the element stays open on the stack.
  bool enter(const Element& element, std::size_t bindings) {
    const FeedField field = element.meaning.field;
    if (field == FeedField::entry && may_begin_entry(element)) return begin_entry(element, bindings);
    if (place() == Place::aside && !open_.empty()) return push(element, Place::aside, bindings);
    switch (field) {
      case FeedField::channel:
        return begin_channel(element, bindings);
      case FeedField::container:
        return push(element, Place::container, bindings);
      case FeedField::unknown:
      case FeedField::entry:
      case FeedField::aside:
        return push(element, Place::aside, bindings);
      default:
        if (field == FeedField::source && !is_atom(element)) return push(element, Place::aside, bindings);
        read_field(element);
        return false;
    }
  }

  // An entry may stand in the channel, beside it (RSS 1.0), in a wrapper, and right behind an entry that was not
  // closed.
  bool may_begin_entry(const Element& element) const {
    const auto inside = std::find_if(open_.begin(), open_.end(), [](const Open& o) { return o.place == Place::entry; });
    if (inside == open_.end()) return true;
    return inside->name == element.tag.name && inside + 1 == open_.end();
  }

  bool push(const Element& element, Place place, std::size_t bindings) {
    if (element.tag.kind == XmlTag::Kind::empty) return false;
    if (open_.size() >= static_cast<std::size_t>(std::max(context_.max_depth, 8))) {
      repair("elements are nested too deep");
      return false;
    }
    open_.push_back({element.tag.name, place, element.base, bindings, element.language});
    return true;
  }

  bool begin_channel(const Element& element, std::size_t bindings) {
    if (entry_) return false;
    if (element.language) channel_.language.offer(feed_language(*element.language), 50);
    if (const std::optional<std::string> href = attribute(element.tag, "href")) {
      channel_.link.offer(feed_address(*href, base_of(element)), 90);
    }
    const std::optional<std::string> modified = attribute(element.tag, "lastmod");
    if (modified) channel_.add_updated(*modified, 50);
    return push(element, Place::channel, bindings);
  }

  bool begin_entry(const Element& element, std::size_t bindings) {
    if (entry_) {
      repair("an entry is not closed");
      while (entry_ && !stopped_) pop();
      bindings = std::min(bindings, bindings_.size());
    }
    if (stopped_) return false;
    entry_ = std::make_unique<FeedDraft>();
    entry_text_language_.reset();
    entry_language_locked_ = false;
    if (const std::optional<std::string> href = attribute(element.tag, "href")) {
      entry_->link.offer(feed_address(*href, base_of(element)), 90);
    }
    if (const std::optional<std::string> about = attribute(element.tag, "rdf:about")) {
      entry_->id.offer(std::string(trim_ascii(*about)), 40);
      if (is_web_address(entry_->id.value)) entry_->link.offer(entry_->id.value, 25);
    }
    const std::optional<std::string> modified = attribute(element.tag, "lastmod");
    if (modified) entry_->add_updated(*modified, 50);
    if (push(element, Place::entry, bindings)) return true;
    end_entry(element.language);
    return false;
  }

  void close(std::string_view name) {
    const auto match = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& o) {
      return o.name.size() == name.size() && equals_ignoring_ascii_case(o.name, name);
    });
    if (match == open_.rend()) return;
    if (match != open_.rbegin()) repair("elements are not closed in order");
    const std::size_t keep = static_cast<std::size_t>(open_.rend() - match) - 1;
    while (open_.size() > keep && !stopped_) pop();
  }

  void pop() {
    const Open closed = std::move(open_.back());
    open_.pop_back();
    bindings_.resize(std::min(bindings_.size(), closed.bindings));
    if (closed.place == Place::entry) end_entry(closed.language);
  }

  void end_entry(const std::optional<std::string>& language) {
    FeedDraft draft = std::move(*entry_);
    entry_.reset();
    if (count_ >= context_.max_entries) {
      repair("entries behind the " + std::to_string(context_.max_entries) + "th are left out");
      stopped_ = true;
      return;
    }
    ++count_;
    FeedEntry entry;
    entry.id = std::move(draft.id.value);
    entry.url = std::move(draft.link.value);
    if (entry.url.empty() && root_is_atom_) entry.url = entry.id;
    entry.title = std::move(draft.title.value);
    entry.summary = std::move(draft.summary.value);
    entry.content = std::move(draft.content.value);
    entry.author = draft.author.rank > 0 ? std::move(draft.author.value) : channel_.author.value;
    entry.language = entry_language(draft, language);
    entry.categories = std::move(draft.categories);
    entry.published = draft.published.value;
    entry.updated = draft.updated.value;
    if (!sink_(std::move(entry))) stopped_ = true;
  }

  std::string entry_language(const FeedDraft& draft, const std::optional<std::string>& element_language) const {
    if (!draft.language.value.empty()) return draft.language.value;
    if (entry_text_language_) return feed_language(*entry_text_language_);
    if (element_language) return feed_language(*element_language);
    return channel_.language.rank > 0 ? channel_.language.value : feed_language(context_.content_language);
  }

  // --- fields ------------------------------------------------------------------------------------------------------

  void read_field(const Element& element) {
    const std::string_view raw = element.tag.kind == XmlTag::Kind::empty ? std::string_view() : capture(element.tag);
    const int rank = element.meaning.rank;
    switch (element.meaning.field) {
      case FeedField::title:
        return read_title(element, raw);
      case FeedField::summary:
        return read_summary(element, raw);
      case FeedField::content:
        return read_content(element, raw);
      case FeedField::link:
        return read_link(element, raw);
      case FeedField::original_link:
        return draft().link.offer(address(raw, element), 97);
      case FeedField::guid:
        return read_guid(element, raw);
      case FeedField::id:
        return read_id(element, raw);
      case FeedField::author:
        return draft().add_author(person(raw), rank);
      case FeedField::source:
        return read_source(raw);
      case FeedField::published:
        return draft().add_published(token(raw), rank);
      case FeedField::updated:
        return draft().add_updated(token(raw), rank);
      case FeedField::language:
        return draft().language.offer(feed_language(token(raw)), 90);
      case FeedField::category:
        return read_category(element, raw);
      case FeedField::enclosure:
        return read_enclosure(element);
      default:
        return read_rhythm(element.meaning.field, token(raw));
    }
  }

  // The content of the field whose start tag was just read, up to where it ends or must have ended.
  std::string_view capture(const XmlTag& field) {
    const std::size_t begin = field.end;
    std::vector<std::string_view> inner;
    for (;;) {
      const XmlTag tag = scanner_.next();
      if (tag.kind == XmlTag::Kind::done) {
        repair("the feed breaks off inside an element");
        return scanner_.text().substr(begin);
      }
      if (tag.kind == XmlTag::Kind::empty) continue;
      if (tag.kind == XmlTag::Kind::start) {
        if (entry_ && inner.empty() && tag.name == entry_name()) return stop_at(begin, tag);
        if (inner.size() < k_max_inner_depth) inner.push_back(tag.name);
        continue;
      }
      const auto open = std::find(inner.rbegin(), inner.rend(), tag.name);
      if (open != inner.rend()) {
        inner.resize(static_cast<std::size_t>(inner.rend() - open) - 1);
      } else if (equals_ignoring_ascii_case(tag.name, field.name)) {
        return scanner_.text().substr(begin, tag.begin - begin);
      } else if (closes_structure(tag.name)) {
        return stop_at(begin, tag);
      } else if (inner.empty() && text_flow(ascii_lower(tag.name)) == TextFlow::unknown) {
        repair("an element is closed under another name");
        return scanner_.text().substr(begin, tag.begin - begin);
      }
    }
  }

  std::string_view stop_at(std::size_t begin, const XmlTag& tag) {
    repair("an element is not closed");
    scanner_.seek(tag.begin);
    return scanner_.text().substr(begin, tag.begin - begin);
  }

  std::string_view entry_name() const {
    for (const Open& o : open_) {
      if (o.place == Place::entry) return o.name;
    }
    return {};
  }

  bool closes_structure(std::string_view name) const {
    return std::any_of(open_.begin(), open_.end(), [&](const Open& o) {
      return o.place != Place::aside && o.name.size() == name.size() && equals_ignoring_ascii_case(o.name, name);
    });
  }

  std::string token(std::string_view raw) const {
    return read_token(raw.substr(0, k_max_token_bytes), scanner_.entities());
  }

  TextForm form(const Element& element, std::string_view raw) const {
    if (element.space == FeedSpace::xhtml) return TextForm::xhtml;
    if (is_atom(element)) return atom_text_form(element.tag, raw);
    if (element.meaning.field == FeedField::content && element.tag.attributes.find("type") != k_none) {
      return atom_text_form(element.tag, raw);
    }
    return TextForm::guess;
  }

  std::string clipped(std::string text) {
    if (text.size() <= context_.max_text_bytes) return text;
    repair("a text longer than " + std::to_string(context_.max_text_bytes) + " bytes is cut");
    return std::string(clip_utf8(text, context_.max_text_bytes));
  }

  std::string text_of(const Element& element, std::string_view raw) {
    // Markup and references may take far more room than the words they carry; four times the limit is plenty.
    const std::string_view part = clip_utf8(raw, 4 * context_.max_text_bytes);
    return clipped(read_text(part, form(element, part), scanner_.entities()));
  }

  void note_language(const Element& element, bool decides) {
    if (!entry_) {
      if (element.language) channel_.language.offer(feed_language(*element.language), 20);
      return;
    }
    if (entry_language_locked_) return;
    entry_text_language_ = element.language;
    entry_language_locked_ = decides;
  }

  void read_title(const Element& element, std::string_view raw) {
    note_language(element, false);
    const std::string_view part = clip_utf8(raw, 4 * context_.max_text_bytes);
    std::string title = clipped(read_line(part, form(element, part), scanner_.entities()));
    if (!title.empty()) draft().title.offer(std::move(title), element.meaning.rank);
  }

  void read_summary(const Element& element, std::string_view raw) {
    note_language(element, false);
    const int rank = element.meaning.rank;
    if (rank <= draft().summary.rank && !(rank == 80 && entry_)) return;
    std::string text = text_of(element, raw);
    if (text.empty()) return;
    // <summary> beside <description> is the longer of the two more often than not.
    if (entry_ && rank == 80 && draft().summary.rank > 80) return draft().content.offer(std::move(text), 65);
    draft().summary.offer(std::move(text), rank);
  }

  void read_content(const Element& element, std::string_view raw) {
    if (!entry_) return;
    note_language(element, true);
    int rank = element.meaning.rank;
    const TextForm as = form(element, raw);
    if (rank == 70) {
      if (as == TextForm::html || as == TextForm::xhtml) rank += 2;
      if (as == TextForm::plain || as == TextForm::base64 || as == TextForm::base64_plain) rank -= 1;
    }
    if (rank <= entry_->content.rank) return;
    std::string text = text_of(element, raw);
    if (!text.empty()) entry_->content.offer(std::move(text), rank);
  }

  std::string address(std::string_view raw, const Element& element) const {
    return feed_address(token(raw), link_base(element));
  }

  void read_link(const Element& element, std::string_view raw) {
    const std::optional<std::string> href = attribute(element.tag, "href");
    const std::string text = href ? std::string() : token(raw);
    if (href || (text.empty() && is_atom(element))) return read_href(element, href.value_or(""), href.has_value());
    if (text.empty()) return;
    const std::string link = feed_address(text, link_base(element));
    if (link.empty()) return;
    draft().link.offer_last(link, is_web_address(link) ? 95 : 50);
    if (!entry_ && is_web_address(link) && !root_is_atom_) site_ = to_url(link);
  }

  void read_href(const Element& element, std::string_view href, bool present) {
    if (!present) return;
    const std::string link = feed_address(trim_ascii(href), base_of(element));
    if (link.empty()) return;
    std::string relation = ascii_lower(trim_ascii(attribute(element.tag, "rel").value_or("alternate")));
    constexpr std::string_view k_iana = "http://www.iana.org/assignments/relation/";
    if (relation.starts_with(k_iana)) relation.erase(0, k_iana.size());
    const std::string type = ascii_lower(attribute(element.tag, "type").value_or(""));
    const int rank = link_rank(relation, type) - (is_web_address(link) ? 0 : 40);
    if (relation == "self" && draft().self.empty()) draft().self = link;
    if (rank <= 0) return;
    // RSS has <link href> without a vocabulary of its own only by mistake; like its other links the last one counts.
    if (!is_atom(element)) return draft().link.offer_last(link, relation == "alternate" ? 95 : rank);
    draft().link.offer(link, rank);
  }

  int link_rank(std::string_view relation, std::string_view type) const {
    if (relation == "alternate" || relation.empty()) {
      if (type.find("html") != k_none) return 90;
      return type.empty() ? 88 : 80;
    }
    if (relation == "enclosure") return entry_ ? 41 : 0;
    if (relation == "self") return 35;
    if (relation == "via" || relation == "related") return 30;
    return 0;
  }

  void read_guid(const Element& element, std::string_view raw) {
    std::string guid = token(raw);
    if (guid.empty()) return;
    const std::string permanent = ascii_lower(trim_ascii(attribute(element.tag, "ispermalink").value_or("")));
    const bool web = is_web_address(guid);
    if (permanent == "true" && !web && base_of(element) != nullptr) guid = feed_address(guid, base_of(element));
    if (permanent == "true" || web)
      draft().link.offer(feed_address(guid, base_of(element)), permanent == "false" ? 15 : 60);
    draft().id.offer(std::move(guid), element.meaning.rank);
  }

  void read_id(const Element& element, std::string_view raw) {
    std::string id = token(raw);
    if (id.empty()) return;
    if (id[0] == '/' && base_of(element) != nullptr) id = feed_address(id, base_of(element));
    if (is_web_address(id) && entry_) draft().link.offer(id, 20);
    draft().id.offer(std::move(id), element.meaning.rank);
  }

  // "<name>…</name>" inside, an address or the bare text.
  std::string person(std::string_view raw) const {
    const std::string_view part = raw.substr(0, k_max_token_bytes);
    if (part.find('<') == k_none) return one_line(read_token(part, scanner_.entities()));
    std::string name;
    std::string mail;
    bool structured = false;
    XmlScanner inner(part);
    for (XmlTag tag = inner.next(); tag.kind != XmlTag::Kind::done; tag = inner.next()) {
      const std::string local = ascii_lower(split_name(tag.name).local);
      if (local == "name" || local == "email" || local == "uri" || local == "url") structured = true;
      if (tag.kind != XmlTag::Kind::start || (local != "name" && local != "email")) continue;
      const std::size_t end = std::min(part.find("</", tag.end), part.size());
      std::string value = one_line(read_token(part.substr(tag.end, end - tag.end), scanner_.entities()));
      (local == "name" ? name : mail) = std::move(value);
    }
    if (structured) return name.empty() ? mail : name;
    if (part.find("<![CDATA[") != k_none) return one_line(read_token(part, scanner_.entities()));
    return read_line(part, TextForm::guess, scanner_.entities());
  }

  // An entry taken over from another feed keeps that feed's authors where it names none.
  void read_source(std::string_view raw) {
    const std::string_view part = raw.substr(0, 4 * k_max_token_bytes);
    XmlScanner inner(part);
    for (XmlTag tag = inner.next(); tag.kind != XmlTag::Kind::done; tag = inner.next()) {
      if (tag.kind != XmlTag::Kind::start || ascii_lower(split_name(tag.name).local) != "author") continue;
      const std::string closing = "</" + std::string(tag.name);
      const std::size_t end = std::min(part.find(closing, tag.end), part.size());
      draft().add_author(person(part.substr(tag.end, end - tag.end)), 20);
    }
  }

  void read_category(const Element& element, std::string_view raw) {
    std::string name = attribute(element.tag, "label").value_or(attribute(element.tag, "term").value_or(""));
    if (name.empty()) name = read_token(raw.substr(0, k_max_token_bytes), scanner_.entities());
    draft().add_category(one_line(name));
  }

  void read_enclosure(const Element& element) {
    if (!entry_) return;
    const std::string url = feed_address(attribute(element.tag, "url").value_or(""), base_of(element));
    if (is_web_address(url)) entry_->link.offer(url, 40);
  }

  void read_rhythm(FeedField field, const std::string& value) {
    if (entry_) return;
    double number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    constexpr double k_ten_years = 10.0 * 365 * 86400;
    if (field == FeedField::wait_minutes) {
      if (number > 0) ttl_ = seconds(static_cast<std::int64_t>(std::min(number * 60, k_ten_years)));
    } else if (field == FeedField::update_frequency) {
      frequency_ = number > 0 ? number : 1;
    } else if (field == FeedField::update_period) {
      const std::string name = ascii_lower(value);
      period_ = name == "hourly"    ? 3600
                : name == "daily"   ? 86400
                : name == "weekly"  ? 7 * 86400
                : name == "monthly" ? 30 * 86400
                : name == "yearly"  ? 365 * 86400
                                    : 0;
    }
  }

  Feed finish() {
    feed_.title = std::move(channel_.title.value);
    feed_.link = std::move(channel_.link.value);
    feed_.self = std::move(channel_.self);
    feed_.language = channel_.language.rank > 0 ? channel_.language.value : feed_language(context_.content_language);
    feed_.description = std::move(channel_.summary.value);
    feed_.author = std::move(channel_.author.value);
    feed_.published = channel_.published.value;
    feed_.updated = channel_.updated.value;
    const seconds rhythm(static_cast<std::int64_t>(period_ / std::max(frequency_, 1.0)));
    const seconds wait = std::max(ttl_, rhythm);
    if (wait.count() > 0) feed_.wait = wait;
    return std::move(feed_);
  }

  XmlScanner scanner_;
  const FeedContext& context_;
  const EntrySink& sink_;
  Feed feed_;
  FeedDraft channel_;
  std::unique_ptr<FeedDraft> entry_;
  std::optional<std::string> entry_text_language_;  // xml:lang of the entry's last text
  bool entry_language_locked_ = false;              // the content has spoken
  std::vector<Open> open_;
  std::vector<Binding> bindings_;
  std::vector<std::unique_ptr<Url>> bases_;  // [0] is the feed's address
  std::unique_ptr<Url> site_;                // an RSS channel's link
  bool started_ = false;
  bool stopped_ = false;
  bool root_is_atom_ = false;
  std::string_view root_binding_;
  FeedSpace root_space_ = FeedSpace::none;
  std::size_t count_ = 0;
  seconds ttl_{0};
  double period_ = 0;
  double frequency_ = 1;
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

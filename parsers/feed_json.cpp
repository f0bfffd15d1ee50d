#include "parsers/feed_json.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>

#include "model/text.h"
#include "parsers/feed_draft.h"
#include "parsers/plain_text.h"

namespace vigie::parsers {
namespace {

using Json = nlohmann::json;

std::string as_line(const std::string& text) { return join_lines(plain_text(text, UnknownTags::keep)); }

// Follows the parser through the document; nothing is kept but the entry being read.
class Handler : public nlohmann::json_sax<Json> {
 public:
  Handler(const FeedContext& context, const EntrySink& sink) : context_(context), sink_(sink) {
    Expected<Url> url = parse_url(context.url);
    if (url) base_ = std::move(*url);
    channel_.language.offer(feed_language(context.content_language), 1);
    channel_.country = feed_country(context, channel_.language.value);
  }

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t number) override { return scalar(std::to_string(number)); }
  bool number_unsigned(number_unsigned_t number) override { return scalar(std::to_string(number)); }
  bool number_float(number_float_t, const string_t& text) override { return scalar(text); }
  bool string(string_t& text) override { return scalar(text); }
  bool binary(binary_t&) override { return true; }

  bool start_object(std::size_t) override {
    if (!descend()) return false;
    if (in_items() && path_.size() == 3) {
      entry_.emplace();
      entry_->country = feed_country(context_, channel_.language.value);
    }
    return true;
  }
  bool end_object() override {
    const bool entry_ends = in_items() && path_.size() == 3;
    path_.pop_back();
    return entry_ends ? end_entry() : true;
  }
  bool start_array(std::size_t) override {
    if (path_.size() == 1 && path_[0] == "items") saw_items_ = true;
    return descend();
  }
  bool end_array() override {
    path_.pop_back();
    return true;
  }
  bool key(string_t& name) override {
    path_.back() = name;
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    broken_at_ = position;
    return false;
  }

  bool is_feed() const { return saw_items_ || version_.find("jsonfeed") != std::string::npos; }
  bool broken() const { return broken_at_.has_value(); }

  Feed finish() {
    feed_.format = "json";
    channel_.take_feed(feed_);
    if (broken()) feed_.repairs.push_back("the JSON breaks at byte " + std::to_string(*broken_at_));
    return std::move(feed_);
  }

 private:
  bool descend() {
    if (path_.size() >= static_cast<std::size_t>(context_.max_depth)) return false;
    path_.emplace_back();
    return true;
  }

  // path_ holds the last key at each depth: ["items", "", "title"].
  bool in_items() const { return path_.size() >= 3 && path_[0] == "items"; }

  const Url* base() const { return base_ ? &*base_ : nullptr; }

  std::string clipped(std::string_view text) const { return std::string(clip_utf8(text, context_.max_text_bytes)); }

  bool scalar(const std::string& value) {
    if (path_.empty()) return true;
    if (path_[0] == "items") {
      if (entry_ && in_items()) entry_value(value);
      return true;
    }
    feed_value(value);
    return true;
  }

  void feed_value(const std::string& value) {
    const std::string& name = path_[0];
    if (path_.size() > 1) return author_value(channel_, name, value);
    if (name == "version") {
      version_ = value;
    } else if (name == "title") {
      channel_.title.offer(as_line(value), 1);
    } else if (name == "description") {
      channel_.summary.offer(clipped(plain_text(value, UnknownTags::keep)), 1);
    } else if (name == "home_page_url") {
      channel_.link.offer(feed_address(value, base()), 2);
    } else if (name == "feed_url") {
      channel_.self = feed_address(value, base());
      channel_.link.offer(channel_.self, 1);
    } else if (name == "language") {
      channel_.language.offer(feed_language(value), 2);
    }
  }

  // "authors" is 1.1's, "author" 1.0's.
  void author_value(FeedDraft& draft, const std::string& name, const std::string& value) const {
    if (path_.back() == "name" && (name == "authors" || name == "author")) {
      draft.add_author(one_line(value), name == "authors" ? 2 : 1);
    }
  }

  void entry_value(const std::string& value) {
    const std::string& name = path_[2];
    if (name == "tags") return entry_->add_category(one_line(value));
    if (path_.size() > 3) return author_value(*entry_, name, value);
    if (name == "id") {
      entry_->id.offer(std::string(trim_ascii(value)), 1);
    } else if (name == "url") {
      entry_->link.offer(feed_address(value, base()), 3);
    } else if (name == "external_url") {
      entry_->link.offer(feed_address(value, base()), 2);
    } else if (name == "title") {
      entry_->title.offer(as_line(value), 1);
    } else if (name == "summary") {
      entry_->summary.offer(clipped(plain_text(value, UnknownTags::keep)), 1);
    } else if (name == "content_html") {
      std::string text = clipped(plain_text(value));
      if (!text.empty()) entry_->content.offer(std::move(text), 2);
    } else if (name == "content_text") {
      std::string text = clipped(tidy_lines(value));
      if (!text.empty()) entry_->content.offer(std::move(text), 1);
    } else if (name == "date_published") {
      entry_->add_published(value, 1);
    } else if (name == "date_modified") {
      entry_->add_updated(value, 1);
    } else if (name == "language") {
      entry_->language.offer(feed_language(value), 1);
    }
  }

  bool end_entry() {
    FeedDraft draft = std::move(*entry_);
    entry_.reset();
    if (count_++ >= context_.max_entries) {
      feed_.repairs.push_back("entries behind the " + std::to_string(context_.max_entries) + "th are left out");
      return false;
    }
    if (draft.link.value.empty() && is_web_address(draft.id.value)) draft.link.value = draft.id.value;
    return sink_(draft.take_entry(channel_, std::nullopt));
  }

  const FeedContext& context_;
  const EntrySink& sink_;
  std::optional<Url> base_;
  std::vector<std::string> path_;
  Feed feed_;
  FeedDraft channel_;
  std::optional<FeedDraft> entry_;
  bool saw_items_ = false;
  std::string version_;
  std::size_t count_ = 0;
  std::optional<std::size_t> broken_at_;
};

}  // namespace

Expected<Feed> read_json_feed(std::string_view text, const FeedContext& context, const EntrySink& sink) {
  Handler handler(context, sink);
  Json::sax_parse(text.begin(), text.end(), &handler);
  if (!handler.is_feed()) {
    if (handler.broken()) return failure(ErrorKind::malformed, "the JSON does not parse and holds no items");
    return failure(ErrorKind::unsupported, "JSON without the items of a JSON Feed");
  }
  return handler.finish();
}

}  // namespace vigie::parsers

#include <algorithm>
#include <array>

#include "model/text.h"
#include "parsers/date.h"
#include "parsers/metadata.h"

namespace vigie::parsers {
namespace {

using namespace std::chrono;

class DateReader {
 public:
  DateReader(const MetadataInput& input, std::string_view language, std::vector<MetadataSource>& sources)
      : input_(input), sources_(sources) {
    context_.language = std::string(language);
    context_.now = input.context.now;
    const Expected<Url> url = parse_url(input.context.url);
    if (url) {
      const std::size_t dot = url->host.rfind('.');
      if (dot != std::string::npos && url->host.size() - dot == 3) {
        context_.country = url->host.substr(dot + 1);
        for (char& c : context_.country) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
        if (context_.country == "UK") context_.country = "GB";
      }
    }
  }

  std::optional<Date> run() {
    offer_linked();
    offer_metas();
    offer_microdata();
    if (!best_ || in_utc_) offer_shown();
    offer_address();
    ask_feed();
    return best_;
  }

 private:
  bool plausible(const Date& date) const {
    const year_month_day day{floor<days>(date.at)};
    if (day.year() < year{1990}) return false;
    if (context_.now) return date.at <= *context_.now + hours{36};
    return day.year() < year{2100};
  }

  /// The feed's date where the page has none, or only one out of a line of its text that is days away from the feed's:
  /// the date of what is told there.
  void ask_feed() {
    const std::optional<Date>& fed = input_.context.feed_date;
    if (!fed) return;
    if (weak_ && abs(best_->at - fed->at) > days{3}) {
      best_.reset();
      for (MetadataSource& source : sources_) source.chosen = source.chosen && source.field != "date";
    }
    if (!best_) take("feed", format_date(*fed), *fed);
  }

  void take(const char* source, std::string_view value, const Date& date) {
    const bool chosen = !best_.has_value();
    sources_.push_back({"date", source, std::string(value), chosen});
    const std::string day = day_as_written(value, date);
    if (chosen) {
      best_ = date;
      day_ = day;
      weak_ = std::string_view(source) == "text";
      in_utc_ = date.precision >= Precision::minute && date.zone_known && ends_in_utc(value);
      return;
    }
    // A stamp in UTC hides the place it was published at; what the page shows to readers or has in its address does
    // not.
    if (in_utc_ && day != day_ && tells_place(source, value, date)) {
      day_ = day;
      in_utc_ = false;
    }
  }

  static bool ends_in_utc(std::string_view value) {
    for (std::string_view zone : {"Z", "z", "+00:00", "+0000", "+00", "GMT", "UTC"}) {
      if (value.ends_with(zone)) return true;
    }
    return false;
  }

  /// Whether another witness is the moment of the chosen stamp, told where it happened: its clock, where it has one, is
  /// whole quarters of an hour away, as zones are.
  bool tells_place(std::string_view source, std::string_view value, const Date& date) const {
    if (date.precision < Precision::day) return false;
    if (date.zone_known) return date.at == best_->at && !ends_in_utc(value);
    if (source == "json-ld" || source == "meta") return false;
    const seconds apart = date.at - best_->at;
    const seconds odd = apart % minutes{15};
    const bool same_minute = date.precision == Precision::day || abs(odd) < minutes{1} || abs(odd) > minutes{14};
    return same_minute && abs(apart) < hours{26};
  }

  /// The calendar day the text itself writes, its zone not reckoned with.
  std::string day_as_written(std::string_view value, const Date& date) const {
    const auto digit = [&](std::size_t at) { return at < value.size() && value[at] >= '0' && value[at] <= '9'; };
    const auto digits = [&](std::size_t from, std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) {
        if (!digit(from + i)) return false;
      }
      return true;
    };
    if (digits(0, 4) && value.size() >= 10 && value[4] == '-' && digits(5, 2) && value[7] == '-' && digits(8, 2))
      return std::string(value.substr(0, 10));
    if (digits(0, 8) && !digit(8))
      return std::string(value.substr(0, 4)) + "-" + std::string(value.substr(4, 2)) + "-" +
             std::string(value.substr(6, 2));
    if (date.zone_known && date.precision >= Precision::minute) {
      // "Thu, 16 Apr 2020 01:00:00 +0530": without its zone it is the day at its place.
      const std::size_t space = value.rfind(' ');
      if (space != std::string_view::npos) {
        const std::optional<Date> local = parse_date(value.substr(0, space), context_);
        if (local && abs(local->at - date.at) < hours{15}) return format_date(*local).substr(0, 10);
      }
    }
    return format_date(date).substr(0, 10);
  }

  void offer(const char* source, std::string_view raw) {
    const std::string value = collapse_space(raw.substr(0, 200));
    if (value.empty()) return;
    const std::optional<Date> date = parse_date(value, context_);
    if (date && date->precision >= Precision::day && plausible(*date)) take(source, value, *date);
  }

  void offer_found(const char* source, std::string_view raw) {
    const std::optional<Date> date = find_date(raw.substr(0, 400), context_);
    if (date && date->precision >= Precision::day && plausible(*date))
      take(source, collapse_space(raw.substr(0, 100)), *date);
  }

  void offer_linked() {
    if (input_.main) {
      offer("json-ld", input_.main->published);
      offer("json-ld created", input_.main->created);
    }
    for (const LinkedArticle& article : input_.linked.articles) {
      if (!article.listed && &article != input_.main && article.depth <= 1) offer("json-ld", article.published);
    }
  }

  void offer_metas() {
    static constexpr std::array<std::string_view, 34> k_names = {"article:published_time",
                                                                 "article:published",
                                                                 "og:published_time",
                                                                 "datepublished",
                                                                 "date.published",
                                                                 "published_time",
                                                                 "article.published",
                                                                 "sailthru.date",
                                                                 "parsely-pub-date",
                                                                 "pubdate",
                                                                 "publish-date",
                                                                 "publishdate",
                                                                 "publication_date",
                                                                 "publication-date",
                                                                 "published-date",
                                                                 "published_date",
                                                                 "dc.date.issued",
                                                                 "dcterms.issued",
                                                                 "dcterms.date",
                                                                 "dc.date",
                                                                 "dc.date.created",
                                                                 "dcterms.created",
                                                                 "date",
                                                                 "cxenseparse:recs:publishtime",
                                                                 "cxenseparse:publishtime",
                                                                 "originalpublicationdate",
                                                                 "article_date_original",
                                                                 "ptime",
                                                                 "timestamp",
                                                                 "displaydate",
                                                                 "vr:published_time",
                                                                 "citation_publication_date",
                                                                 "bt:pubdate",
                                                                 "created"};
    for (std::string_view name : k_names) offer("meta", input_.head.meta(name));
  }

  void offer_microdata() {
    const Document& document = input_.document;
    for (NodeId id = 0; id < document.size(); ++id) {
      if (document[id].attribute_count == 0) continue;
      const std::string_view property = document.attribute(id, "itemprop");
      if (property.find("datePublished") == std::string_view::npos && property != "dateCreated") continue;
      std::string_view value = document.attribute(id, "datetime");
      if (value.empty()) value = document.attribute(id, "content");
      if (!value.empty()) {
        offer("microdata", value);
      } else {
        offer_found("microdata", document.text_of(id));
      }
    }
  }

  bool is_update(NodeId id) const {
    for (NodeId at = id; at != k_no_node; at = input_.document[at].parent) {
      const std::string words =
          ascii_lower(input_.document.attribute(at, "class")) + ascii_lower(input_.document.attribute(at, "itemprop"));
      if (words.find("updat") != std::string::npos || words.find("modif") != std::string::npos) return true;
      if (input_.document[at].depth + 2 < input_.document[id].depth) break;
    }
    return false;
  }

  void offer_shown() {
    const Document& document = input_.document;
    // <time> of the article itself, not of the teasers around it: up to the article's end, headings of others excluded.
    const NodeId end =
        input_.container == k_no_node ? static_cast<NodeId>(document.size()) : document[input_.container].end;
    for (int round = 0; round < 2; ++round) {
      for (NodeId id = 0; id < end; ++id) {
        const Node& node = document[id];
        const bool time = node.tag == Tag::time || (node.tag == Tag::abbr && document.has_class(id, "published"));
        if (!time || is_update(id) != (round == 1)) continue;
        offer_time(id);
        if (best_) return;
      }
    }
    offer_near_title(end);
    if (!best_) offer_marked_times(end);
  }

  /// <time> behind what was taken for the article: of a page with little text, where a class calls it the publication.
  void offer_marked_times(NodeId from) {
    const Document& document = input_.document;
    for (NodeId id = from; id < document.size() && !best_; ++id) {
      if (document[id].tag != Tag::time) continue;
      NodeId above = id;
      for (int steps = 0; steps < 3 && above != k_no_node; ++steps) {
        if (ascii_lower(document.attribute(above, "class")).find("publish") != std::string::npos) {
          offer_time(id);
          break;
        }
        above = document[above].parent;
      }
    }
  }

  void offer_time(NodeId id) {
    const std::string text = input_.document.text_of(id);
    const std::string_view stamp = input_.document.attribute(id, "datetime");
    if (!stamp.empty()) {
      offer("time[datetime]", stamp);
      const std::optional<Date> date = parse_date(collapse_space(stamp.substr(0, 200)), context_);
      if (best_ && date && date->zone_known && date->precision >= Precision::minute) {
        if (date->at != best_->at) return;  // the time of something else
        // "Monday 24 August" in it is a day of the stamp's year.
        if (!find_date(text, context_)) offer_found("time", text + " " + format_date(*date).substr(0, 4));
      }
    }
    offer_found("time", text);
  }

  /// Dates written near the headline: first behind it, then just above it, then anywhere before the article ends. What
  /// stands in a page's head is as often today's date.
  void offer_near_title(NodeId end) {
    const std::vector<Block>& blocks = input_.blocks;
    std::size_t title = blocks.size();
    std::size_t last = blocks.size();
    const std::string key = letters_key(input_.title);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].element >= end) {
        last = i;
        break;
      }
      const bool heading =
          blocks[i].kind == Tag::h1 || (!key.empty() && blocks[i].length < 300 && letters_key(blocks[i].text) == key);
      if (heading && (title == blocks.size() || letters_key(blocks[i].text) == key)) title = i;
    }
    const auto look = [&](std::size_t from, std::size_t to, bool marked) {
      for (std::size_t i = from; i < std::min(to, last); ++i) {
        const Block& block = blocks[i];
        const bool meta = has(block.own | block.near, Hint::meta) || has(block.own | block.near, Hint::author);
        if ((marked && !meta) || block.in_figure || block.length > (meta ? 200 : 120) || has(block.all, Hint::comments))
          continue;
        if (!marked && !has_year(block.text)) continue;
        offer_found(marked ? "shown" : "text", block.text);
        if (best_) return;
      }
    };
    if (title < blocks.size()) {
      look(title, title + 10, true);
      if (!best_) look(title > 6 ? title - 6 : 0, title, true);
      if (!best_) look(title, title + 10, false);
      if (!best_) look(title > 4 ? title - 4 : 0, title, false);
    }
    if (best_) return;
    look(0, blocks.size(), true);
    if (!best_) look(0, blocks.size(), false);
  }

  /// Four digits in a row, three numbers in a chain ("24.4.26"), or a script that may write its own: "€1,95 a month" is
  /// no date.
  static bool has_year(std::string_view text) {
    int run = 0;
    int links = 0;
    for (char c : text) {
      if (static_cast<unsigned char>(c) >= 0xD8) return true;
      const bool digit = c >= '0' && c <= '9';
      if (digit && (run == 3 || (links == 2 && run == 1))) return true;
      if (!digit) links = run > 0 && (c == '.' || c == '/' || c == '-') ? links + 1 : 0;
      run = digit ? run + 1 : 0;
    }
    return false;
  }

  void offer_address() {
    const std::string& url = input_.context.url;
    for (std::size_t at = url.find("/20"); at != std::string::npos; at = url.find("/20", at + 1)) {
      std::string digits;
      std::size_t i = at + 1;
      while (i < url.size() && digits.size() < 8 &&
             ((url[i] >= '0' && url[i] <= '9') || url[i] == '/' || url[i] == '-')) {
        if (url[i] >= '0' && url[i] <= '9') digits.push_back(url[i]);
        ++i;
      }
      const bool goes_on = i < url.size() && url[i] >= '0' && url[i] <= '9';  // a stamp, an archive's address
      if (digits.size() == 8 && !goes_on) {
        offer("url", digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2));
        return;
      }
    }
  }

  const MetadataInput& input_;
  std::vector<MetadataSource>& sources_;
  DateContext context_;
  std::optional<Date> best_;
  std::string day_;
  bool in_utc_ = false;  // the chosen date is a stamp that hides its place
  bool weak_ = false;    // the chosen date stands in a line of text that nothing marks as a date line

 public:
  const std::string& day() const { return day_; }
};

}  // namespace

std::optional<Date> read_published(const MetadataInput& input, std::string_view language,
                                   std::vector<MetadataSource>& sources, std::string& day) {
  DateReader reader(input, language, sources);
  const std::optional<Date> date = reader.run();
  day = reader.day();
  return date;
}

}  // namespace vigie::parsers

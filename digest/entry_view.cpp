#include "digest/entry_view.h"

#include <algorithm>

#include "digest/outside_text.h"
#include "model/text.h"

namespace vigie::digest {
namespace {

constexpr std::size_t k_longest_headline = 300;
constexpr std::size_t k_longest_quotation = 500;
constexpr std::size_t k_most_quotations = 3;
constexpr std::size_t k_most_aliases = 8;

std::string authority_name(Authority authority, const Labels& labels) {
  return std::string(labels.get("authority." + std::string(to_string(authority))));
}

/// "APT 27" is no other name of "APT27".
std::string bare_name(std::string_view name) {
  std::string out;
  for (char c : fold(name)) {
    if (c != ' ' && c != '-' && c != '_') out += c;
  }
  return out;
}

std::string actor_text(const ActorMention& actor, const Labels& labels) {
  std::string aliases;
  std::size_t count = 0;
  std::string_view rest = actor.surface;
  while (!rest.empty()) {
    const std::size_t comma = rest.find(", ");
    const std::string name = clean_line(rest.substr(0, comma), 60);
    if (!name.empty() && bare_name(name) != bare_name(actor.canonical) && count++ < k_most_aliases)
      aliases += (aliases.empty() ? "" : ", ") + name;
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 2);
  }
  std::string out = clean_line(actor.canonical, 60);
  if (!aliases.empty()) out += " (" + fill(labels.get("entry.also_named", "{aliases}"), {{"aliases", aliases}}) + ")";
  return out;
}

std::vector<QuotationView> quotations_of(const DigestEntry& entry, const Labels& labels) {
  std::vector<QuotationView> out;
  for (const Statement& statement : entry.statements) {
    if (out.size() == k_most_quotations) break;
    QuotationView quotation;
    quotation.text = clean_line(statement.quotation, k_longest_quotation);
    if (quotation.text.empty()) continue;
    const bool repeated =
        std::any_of(out.begin(), out.end(), [&](const QuotationView& other) { return other.text == quotation.text; });
    if (repeated) continue;
    quotation.language = language_tag(statement.language);
    quotation.origin = clean_line(statement.publisher, 80);
    if (statement.captured_at != Time{}) {
      quotation.captured =
          fill(labels.get("entry.captured", "{time}"), {{"time", moment_name(labels, statement.captured_at)}});
    }
    quotation.url = safe_link(statement.article_url);
    out.push_back(std::move(quotation));
  }
  return out;
}

void add_sources(EntryView& view, const DigestEntry& entry, const Labels& labels, int shown) {
  int further = 0;
  int copies = 0;
  for (const DigestSource& source : entry.sources) {
    if (source.duplicate) {
      ++copies;
    } else if (static_cast<int>(view.sources.size()) >= shown) {
      ++further;
    } else {
      SourceView shown_source{clean_line(source.publisher, 80), authority_name(source.authority, labels),
                              clean_line(source.title, 160), safe_link(source.url), language_tag(source.language)};
      if (shown_source.publisher.empty()) shown_source.publisher = shown_source.url.empty() ? "…" : shown_source.url;
      view.sources.push_back(std::move(shown_source));
    }
  }
  if (further > 0) view.more = counted(labels, "count.more_sources", further);
  if (copies > 0) view.more += (view.more.empty() ? "" : "; ") + counted(labels, "count.copies", copies);
}

std::string looked_at(const Digest& digest, const Labels& labels) {
  if (digest.sources_total <= 0) return counted(labels, "count.sources", digest.sources_polled);
  return fill(labels.get("digest.sources_of", "{n}/{total}"),
              {{"n", std::to_string(digest.sources_polled)}, {"total", std::to_string(digest.sources_total)}});
}

}  // namespace

std::string language_tag(std::string_view tag) {
  const bool fit = !tag.empty() && tag.size() <= 35 && std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  return fit && tag.front() != '-' && tag.back() != '-' ? std::string(tag) : "und";
}

EntryView view_of(const DigestEntry& entry, const Digest& digest, const Labels& labels, const RenderOptions& options,
                  std::size_t number) {
  const bool brief = number > static_cast<std::size_t>(std::max(0, options.entries_in_full));
  EntryView view;
  view.headline = clean_line(entry.headline, k_longest_headline);
  if (view.headline.empty()) view.headline = "…";
  view.language = language_tag(entry.language);
  if (!entry.gloss.empty()) {
    view.gloss =
        clean_line(entry.gloss, k_longest_headline) + " (" +
        fill(labels.get("entry.machine_translation", "{service}"), {{"service", clean_line(entry.gloss_service, 60)}}) +
        ")";
  }
  view.line = statement_line(entry, labels, digest.time_zone);
  if (entry.told_at != Time{}) {
    const std::string day =
        local_day(entry.told_at, digest.time_zone).value_or(format_iso8601(entry.told_at).substr(0, 10));
    view.told = fill(labels.get("entry.changed", "{date}"), {{"date", day_name(labels, day)}});
  }
  for (const DigestChange& change : entry.changes)
    view.changes.push_back(change_text(entry, change, labels, digest.time_zone));
  if (!brief) {
    for (const ActorMention& actor : entry.actors) {
      std::string text = actor_text(actor, labels);
      if (!text.empty()) view.actors.push_back(std::move(text));
    }
    view.significance = significance_text(entry, labels);
    if (options.quotations) view.quotations = quotations_of(entry, labels);
  }
  add_sources(view, entry, labels, brief ? std::min(2, options.sources_shown) : options.sources_shown);
  for (const DigestSource& source : entry.sources) {
    const bool told_by_it = clean_line(source.title, k_longest_headline) == view.headline;
    if (view.url.empty() || told_by_it) view.url = safe_link(source.url);
    if (told_by_it && !view.url.empty()) break;
  }
  return view;
}

std::vector<SectionView> sections_of(const Digest& digest, const Labels& labels) {
  std::vector<SectionView> out;
  for (const DigestEntry& entry : digest.entries) {
    if (out.empty() || out.back().section != entry.section) {
      out.push_back({entry.section, std::string(labels.get("section." + std::string(to_string(entry.section)))), {}});
    }
    out.back().entries.push_back(&entry);
  }
  return out;
}

std::string summary_of(const Digest& digest, const Labels& labels) {
  const std::string articles = counted(labels, "count.articles", digest.articles_seen);
  if (digest.entries.empty()) {
    return fill(labels.get("digest.quiet", "{sources}, {articles}"),
                {{"sources", looked_at(digest, labels)}, {"articles", articles}});
  }
  return fill(labels.get("digest.summary", "{stories}, {relevant}, {articles}, {sources}"),
              {{"stories", counted(labels, "count.stories", static_cast<long>(digest.entries.size()))},
               {"relevant", counted(labels, "count.relevant", digest.articles_relevant)},
               {"articles", articles},
               {"sources", looked_at(digest, labels)}});
}

std::string health_line(const DigestHealth& health, std::string_view time_zone, const Labels& labels) {
  const std::string name = clean_line(health.publisher.empty() ? health.source_id : health.publisher, 80);
  const std::string since = local_day(health.since, time_zone).value_or(format_iso8601(health.since).substr(0, 10));
  std::string line = fill(labels.get("health.line", "{publisher}: {state}"),
                          {{"publisher", name},
                           {"state", std::string(labels.get("health." + health.state, clean_line(health.state, 40)))},
                           {"since", day_name(labels, since)}});
  if (!health.reason.empty()) line += " (" + clean_line(health.reason, 160) + ")";
  return line;
}

std::vector<std::string> health_lines(const Digest& digest, const Labels& labels, std::size_t most) {
  std::vector<std::string> out;
  const std::string key = digest.health.empty() ? "health.good" : "health.polled";
  std::string first = fill(labels.get(key, "{sources}"), {{"sources", looked_at(digest, labels)}});
  if (digest.sources_total > digest.sources_polled) {
    first += " " + fill(labels.get("health.unpolled", "{n}"),
                        {{"n", std::to_string(digest.sources_total - digest.sources_polled)}});
  }
  if (!digest.health.empty())
    first += " " + counted(labels, "count.troubles", static_cast<long>(digest.health.size())) + ".";
  out.push_back(std::move(first));
  for (std::size_t i = 0; i < digest.health.size() && i < most; ++i) {
    out.push_back(health_line(digest.health[i], digest.time_zone, labels));
  }
  if (digest.health.size() > most) {
    out.push_back("+ " + counted(labels, "count.sources", static_cast<long>(digest.health.size() - most)));
  }
  return out;
}

std::string signature_of(const Labels& labels, const RenderOptions& options) {
  if (options.generated_at == Time{}) return {};
  return fill(labels.get("digest.generated", "{generator} {time}"),
              {{"generator", options.generator}, {"time", moment_name(labels, options.generated_at)}});
}

}  // namespace vigie::digest

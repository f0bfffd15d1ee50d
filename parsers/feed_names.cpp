#include "parsers/feed_names.h"

#include <algorithm>
#include <array>

#include "model/text.h"

namespace vigie::parsers {
namespace {

struct Uri {
  std::string_view uri;  // lower case, without scheme and closing "/" or "#"
  FeedSpace space;
};

constexpr std::array k_uris = std::to_array<Uri>({
    {"www.w3.org/2005/atom", FeedSpace::atom},
    {"purl.org/atom/ns", FeedSpace::atom},
    {"purl.org/atom/app", FeedSpace::other},
    {"purl.org/echo", FeedSpace::atom},
    {"purl.org/pie", FeedSpace::atom},
    {"example.com/newformat", FeedSpace::atom},
    {"example.com/necho", FeedSpace::atom},
    {"uri/of/echo/namespace", FeedSpace::atom},
    {"purl.org/rss/1.0", FeedSpace::rss},
    {"purl.org/rss/2.0", FeedSpace::rss},
    {"purl.org/net/rss1.1", FeedSpace::rss},
    {"my.netscape.com/rdf/simple/0.9", FeedSpace::rss},
    {"channel.netscape.com/rdf/simple/0.9", FeedSpace::rss},
    {"my.netscape.com/publish/formats/rss-0.91.dtd", FeedSpace::rss},
    {"backend.userland.com/rss", FeedSpace::rss},
    {"backend.userland.com/rss2", FeedSpace::rss},
    {"backend.userland.com/rss091", FeedSpace::rss},
    {"backend.userland.com/rss092", FeedSpace::rss},
    {"backend.userland.com/rss093", FeedSpace::rss},
    {"blogs.law.harvard.edu/tech/rss", FeedSpace::rss},
    {"cyber.law.harvard.edu/rss", FeedSpace::rss},
    {"www.rssboard.org/rss-specification", FeedSpace::rss},
    {"purl.org/dc/elements/1.0", FeedSpace::dublin_core},
    {"purl.org/dc/elements/1.1", FeedSpace::dublin_core},
    {"purl.org/metadata/dublin_core", FeedSpace::dublin_core},
    {"purl.org/dc/terms", FeedSpace::dublin_terms},
    {"purl.org/rss/1.0/modules/content", FeedSpace::content},
    {"purl.org/rss/1.0/modules/syndication", FeedSpace::syndication},
    {"purl.org/rss/1.0/modules/dc", FeedSpace::dublin_core},
    {"search.yahoo.com/mrss", FeedSpace::media},
    {"www.rssboard.org/media-rss", FeedSpace::media},
    {"tools.search.yahoo.com/mrss", FeedSpace::media},
    {"video.search.yahoo.com/mrss", FeedSpace::media},
    {"www.itunes.com/dtds/podcast-1.0.dtd", FeedSpace::itunes},
    {"example.com/dtds/podcast-1.0.dtd", FeedSpace::itunes},
    {"www.w3.org/1999/xhtml", FeedSpace::xhtml},
    {"www.w3.org/1999/02/22-rdf-syntax-ns", FeedSpace::rdf},
    {"rssnamespace.org/feedburner/ext/1.0", FeedSpace::feedburner},
    {"prismstandard.org/namespaces/1.2/basic", FeedSpace::prism},
    {"prismstandard.org/namespaces/basic/1.2", FeedSpace::prism},
    {"prismstandard.org/namespaces/basic/2.0", FeedSpace::prism},
    {"prismstandard.org/namespaces/basic/3.0", FeedSpace::prism},
    {"purl.org/rss/1.0/modules/prism", FeedSpace::prism},
    {"www.w3.org/xml/1998/namespace", FeedSpace::xml},
});

constexpr std::array k_prefixes = std::to_array<Uri>({
    {"atom", FeedSpace::atom},
    {"atom10", FeedSpace::atom},
    {"a10", FeedSpace::atom},
    {"rss", FeedSpace::rss},
    {"dc", FeedSpace::dublin_core},
    {"dcterms", FeedSpace::dublin_terms},
    {"content", FeedSpace::content},
    {"media", FeedSpace::media},
    {"itunes", FeedSpace::itunes},
    {"sy", FeedSpace::syndication},
    {"syn", FeedSpace::syndication},
    {"xhtml", FeedSpace::xhtml},
    {"rdf", FeedSpace::rdf},
    {"feedburner", FeedSpace::feedburner},
    {"prism", FeedSpace::prism},
    {"xml", FeedSpace::xml},
});

constexpr unsigned bit(FeedSpace space) { return 1U << static_cast<unsigned>(space); }

constexpr unsigned core = bit(FeedSpace::none) | bit(FeedSpace::rss) | bit(FeedSpace::atom);
constexpr unsigned dc = bit(FeedSpace::dublin_core);
constexpr unsigned dct = bit(FeedSpace::dublin_terms);
constexpr unsigned media = bit(FeedSpace::media);
constexpr unsigned itunes = bit(FeedSpace::itunes);
constexpr unsigned sy = bit(FeedSpace::syndication);

struct Row {
  std::string_view local;
  unsigned spaces;
  FeedField field;
  int rank;
};

// Sorted by local name. Ranks compare only within a field; what they order is told by the tests.
constexpr std::array k_rows = std::to_array<Row>({
    {"abstract", core, FeedField::summary, 80},
    {"abstract", dct, FeedField::summary, 60},
    {"author", core, FeedField::author, 90},
    {"author", dc, FeedField::author, 80},
    {"author", itunes, FeedField::author, 60},
    {"body", core | bit(FeedSpace::xhtml), FeedField::content, 60},
    {"category", core, FeedField::category, 0},
    {"channel", core, FeedField::channel, 0},
    {"content", core, FeedField::content, 70},
    {"content", media, FeedField::container, 0},
    {"created", core | dct, FeedField::published, 40},
    {"creator", dc, FeedField::author, 80},
    {"date", dc, FeedField::published, 70},
    {"description", core, FeedField::summary, 90},
    {"description", dc, FeedField::summary, 60},
    {"description", media, FeedField::summary, 30},
    {"div", bit(FeedSpace::xhtml), FeedField::content, 50},
    {"enclosure", core, FeedField::enclosure, 0},
    {"encoded", bit(FeedSpace::content), FeedField::content, 90},
    {"entry", core, FeedField::entry, 0},
    {"feed", core, FeedField::channel, 0},
    {"fullitem", core, FeedField::content, 80},
    {"group", media, FeedField::container, 0},
    {"guid", core, FeedField::guid, 90},
    {"id", core, FeedField::id, 80},
    {"identifier", dc | dct, FeedField::id, 50},
    {"image", core, FeedField::aside, 0},
    {"issued", core | dct, FeedField::published, 80},
    {"item", core, FeedField::entry, 0},
    {"items", core, FeedField::container, 0},
    {"language", core | dc, FeedField::language, 0},
    {"lastbuilddate", core, FeedField::updated, 80},
    {"link", core, FeedField::link, 0},
    {"managingeditor", core, FeedField::author, 80},
    {"modified", core | dct, FeedField::updated, 80},
    {"origlink", bit(FeedSpace::feedburner), FeedField::original_link, 0},
    {"pubdate", core, FeedField::published, 90},
    {"publicationdate", bit(FeedSpace::prism), FeedField::published, 50},
    {"published", core, FeedField::published, 90},
    {"rdf", bit(FeedSpace::rdf), FeedField::channel, 0},
    {"rss", core, FeedField::channel, 0},
    {"source", bit(FeedSpace::atom) | bit(FeedSpace::none), FeedField::source, 0},
    {"subject", dc, FeedField::category, 0},
    {"subtitle", core, FeedField::summary, 90},
    {"subtitle", itunes, FeedField::summary, 40},
    {"summary", core, FeedField::summary, 80},
    {"summary", itunes, FeedField::summary, 50},
    {"tagline", core, FeedField::summary, 90},
    {"textinput", core, FeedField::aside, 0},
    {"title", core, FeedField::title, 90},
    {"title", dc, FeedField::title, 80},
    {"title", itunes, FeedField::title, 60},
    {"title", media, FeedField::title, 70},
    {"ttl", core, FeedField::wait_minutes, 0},
    {"updated", core, FeedField::updated, 90},
    {"updatefrequency", sy, FeedField::update_frequency, 0},
    {"updateperiod", sy, FeedField::update_period, 0},
    {"webmaster", core, FeedField::author, 30},
});

static_assert(std::is_sorted(k_rows.begin(), k_rows.end(),
                             [](const Row& a, const Row& b) { return a.local < b.local; }));

template <typename Table>
FeedSpace find_space(const Table& table, std::string_view key) {
  const auto it = std::find_if(table.begin(), table.end(), [&](const Uri& row) { return row.uri == key; });
  return it == table.end() ? FeedSpace::other : it->space;
}

}  // namespace

FeedSpace space_of_uri(std::string_view uri) {
  std::string key = ascii_lower(trim_ascii(uri));
  if (key.empty()) return FeedSpace::none;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (key.starts_with(scheme)) key.erase(0, scheme.size());
  }
  while (!key.empty() && (key.back() == '/' || key.back() == '#')) key.pop_back();
  return find_space(k_uris, key);
}

FeedSpace space_of_prefix(std::string_view prefix) { return find_space(k_prefixes, ascii_lower(prefix)); }

FieldMeaning meaning_of(FeedSpace space, std::string_view local) {
  auto it = std::lower_bound(k_rows.begin(), k_rows.end(), local,
                             [](const Row& row, std::string_view key) { return row.local < key; });
  for (; it != k_rows.end() && it->local == local; ++it) {
    if ((it->spaces & bit(space)) != 0) return {it->field, it->rank};
  }
  return {};
}

}  // namespace vigie::parsers

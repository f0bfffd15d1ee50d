#include "storage/article_store.h"

#include "model/text.h"
#include "storage/article_ids.h"
#include "storage/article_rows.h"
#include "storage/assessment_json.h"
#include "storage/compression.h"
#include "storage/connection.h"
#include "storage/facets.h"
#include "storage/fts_tokenizer.h"
#include "storage/quotation.h"
#include "storage/url_key.h"
#include "storage/url_store.h"

namespace vigie::storage {
namespace {

constexpr std::int64_t k_day = 86'400;
constexpr std::int64_t k_stored = static_cast<std::int64_t>(UrlState::stored);
constexpr std::int64_t k_dropped = static_cast<std::int64_t>(UrlState::dropped);

std::optional<std::int64_t> stored_under(Connection& connection, const std::string& key) {
  SqlStatement find =
      connection.prepare("SELECT article FROM urls WHERE key = ? AND state = 3 AND article IS NOT NULL");
  find.bind(key);
  return find.step() ? std::optional(find.integer(0)) : std::nullopt;
}

// Marks a URL stored under an article, making its row if need be.
void mark_stored(Connection& connection, const UrlKey& key, std::string_view url, const AssessedArticle& article,
                 std::int64_t id, std::string_view reason) {
  std::int64_t row_id = 0;
  {
    SqlStatement find = connection.prepare("SELECT id, state, reason FROM urls WHERE key = ?");
    find.bind(key.key);
    if (find.step()) {
      row_id = find.integer(0);
      --connection.pending.url_states[{find.integer(1), find.text(2)}];
    }
  }
  if (row_id != 0) {
    SqlStatement update = connection.prepare(
        "UPDATE urls SET state = 3, reason = ?, article = ?, changed_at = ?, entry = NULL WHERE id = ?");
    update.with(reason, id, article.first_seen, row_id).run();
  } else {
    SqlStatement add = connection.prepare(
        "INSERT INTO urls(key, url, source_id, state, reason, article, first_seen, changed_at, next_try, attempts, "
        "title_key) VALUES(?, ?, ?, 3, ?, ?, ?, ?, 0, 0, ?)");
    add.with(key.key, url, article.source_id, reason, id, article.first_seen, article.first_seen);
    add.bind_or_null(title_key(article.article.title));
    add.run();
    if (!key.host.empty()) ++connection.pending.hosts[key.host];
  }
  ++connection.pending.url_states[{k_stored, std::string(reason)}];
}

std::int64_t choose_id(Connection& connection, const AssessedArticle& article, Time time, const std::string& key) {
  const std::optional<Date>& published = article.article.published;
  const bool day_only = published && published->at == time && published->precision <= Precision::day;
  return free_id(connection, time, day_only ? hash64(key) : 0, day_only ? k_day : 0);
}

std::int64_t add_document(Connection& connection, const AssessedArticle& article) {
  SqlStatement add = connection.prepare("INSERT INTO documents(text, judgement, evidence) VALUES(?, ?, ?)");
  add.bind_blob(pack(article.article.text));
  for (const std::string& json : {judgement_json(article.assessment), evidence_json(article.assessment)}) {
    if (json.empty()) {
      add.bind_null();
    } else {
      add.bind_blob(pack(json));
    }
  }
  add.run();
  return connection.last_insert_id();
}

void add_row(Connection& connection, const AssessedArticle& article, std::int64_t id, std::int64_t document,
             Time time) {
  const Article& page = article.article;
  const Assessment& assessment = article.assessment;
  const std::string& url = page.canonical_url.empty() ? page.url : page.canonical_url;
  SqlStatement add = connection.prepare(
      "INSERT INTO articles(id, document, url, fetched_url, title, time, published, published_precision, "
      "published_zone, language, source_id, authority, site_name, authors, signature, first_seen, relevant, relevance, "
      "kind, act, accused_states, victim_states, actors, text_bytes) "
      "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  add.with(id, document, url).bind_or_null(page.url == url ? std::string_view() : std::string_view(page.url));
  add.with(page.title, time);
  if (page.published) {
    add.with(page.published->at, static_cast<int>(page.published->precision), page.published->zone_known ? 1 : 0);
  } else {
    add.bind_null().bind_null().bind_null();
  }
  add.with(page.language, article.source_id, to_string(article.authority)).bind_or_null(page.site_name);
  add.bind_or_null(list_json(page.authors));
  add.with(static_cast<std::int64_t>(page.signature), article.first_seen, assessment.relevant ? 1 : 0,
           assessment.relevance);
  add.bind_or_null(assessment.kind).bind(to_string(assessment.act));
  add.bind_or_null(list_json(assessment.accused_states)).bind_or_null(list_json(assessment.victim_states));
  add.bind_or_null(list_json(assessment.actors)).bind(static_cast<std::int64_t>(page.text.size()));
  add.run();
}

void add_statements(Connection& connection, const AssessedArticle& article, std::int64_t id, Time time) {
  for (const Attribution& attribution : article.assessment.attributions) {
    const std::optional<Date> date = parse_iso8601(attribution.date);
    SqlStatement add = connection.prepare(
        "INSERT INTO statements(article, stance, act, at, quotation, attribution, evidence) "
        "VALUES(?, ?, ?, ?, ?, ?, ?)");
    add.with(id, to_string(attribution.stance), to_string(attribution.act), date ? date->at : time,
             quotation(article.article, attribution), attribution_json(attribution));
    add.bind_or_null(evidence_list_json(attribution.evidence)).run();
  }
}

IndexedArticle indexed(const AssessedArticle& article, std::int64_t id) {
  const std::string& language =
      article.article.language.empty() ? article.assessment.language : article.article.language;
  return {id, index_text(article.article.text, language), index_text(article.article.title, language),
          index_words(facets_of(article))};
}

void tally(Connection& connection, const AssessedArticle& article, int by) {
  connection.pending.counters["articles"] += by;
  if (article.assessment.relevant) connection.pending.counters["articles_relevant"] += by;
  connection.pending.counters["text_bytes"] += by * static_cast<std::int64_t>(article.article.text.size());
  const std::string& language =
      article.article.language.empty() ? article.assessment.language : article.article.language;
  connection.pending.languages[primary_language(language)] += by;
}

// A contentless index forgets an article only when told the very words it was given.
void forget_words(Connection& connection, const AssessedArticle& article, std::int64_t id) {
  const IndexedArticle old = indexed(article, id);
  connection.prepare("INSERT INTO search(search, rowid, body, title, facets) VALUES('delete', ?, ?, ?, ?)")
      .with(id, old.body, old.title, old.facets)
      .run();
}

// The URLs of an article that goes; how many.
std::int64_t drop_urls(Connection& connection, std::int64_t article, std::string_view reason, Time now) {
  std::vector<std::int64_t> ids;
  {
    SqlStatement rows = connection.prepare("SELECT id, reason FROM urls WHERE article = ?");
    rows.bind(article);
    while (rows.step()) {
      ids.push_back(rows.integer(0));
      --connection.pending.url_states[{k_stored, rows.text(1)}];
    }
  }
  for (const std::int64_t id : ids) {
    connection.prepare("UPDATE urls SET state = 4, reason = ?, article = NULL, changed_at = ? WHERE id = ?")
        .with(reason, now, id)
        .run();
  }
  return static_cast<std::int64_t>(ids.size());
}

}  // namespace

Time ArticleStore::time_of(const AssessedArticle& article) {
  const std::optional<Date>& published = article.article.published;
  if (!published || published->at > article.first_seen + std::chrono::hours(24)) return article.first_seen;
  // Of a date without a time of day, seen on that very day, the moment it was seen is the better time.
  const bool same_day = published->precision == Precision::day && article.first_seen >= published->at &&
                        article.first_seen - published->at < seconds(k_day);
  return same_day ? article.first_seen : published->at;
}

PutResult ArticleStore::put(const AssessedArticle& article) {
  WriteScope scope(database_);
  Connection& connection = database_.connection();
  const Article& page = article.article;
  const std::string& url = page.canonical_url.empty() ? page.url : page.canonical_url;
  const UrlKey key = url_key(url, connection.url_rules());
  const UrlKey fetched_key = page.url.empty() || page.url == url ? key : url_key(page.url, connection.url_rules());
  std::optional<std::int64_t> known = stored_under(connection, key.key);
  const bool twin = fetched_key.key != key.key;
  if (!known && twin) known = stored_under(connection, fetched_key.key);
  if (known) {
    for (const auto& [twin_key, twin_url] : {std::pair(&key, &url), std::pair(&fetched_key, &page.url)}) {
      if (stored_under(connection, twin_key->key)) continue;
      mark_stored(connection, *twin_key, *twin_url, article, *known, "same_article");
    }
    scope.done();
    return {*known, false};
  }
  const Time time = time_of(article);
  const std::int64_t id = choose_id(connection, article, time, key.key);
  const std::int64_t document = add_document(connection, article);
  add_row(connection, article, id, document, time);
  add_statements(connection, article, id, time);
  mark_stored(connection, key, url, article, id, "");
  if (twin) mark_stored(connection, fetched_key, page.url, article, id, "");
  connection.pending.articles.push_back(indexed(article, id));
  tally(connection, article, 1);
  scope.done();
  return {id, true};
}

std::optional<AssessedArticle> ArticleStore::find(std::int64_t id, Load load) const {
  static const std::string k_sql = "SELECT " + std::string(k_article_columns) + " FROM articles WHERE id = ?";
  Connection& connection = database_.connection();
  SqlStatement row = connection.prepare(k_sql);
  row.bind(id);
  if (!row.step()) return std::nullopt;
  std::int64_t document = 0;
  AssessedArticle article = read_article_row(row, document);
  load_document(connection, document, load, article);
  return article;
}

std::optional<std::int64_t> ArticleStore::id_of_url(std::string_view url) const {
  return stored_under(database_.connection(), url_key(url, database_.connection().url_rules()).key);
}

std::optional<AssessedArticle> ArticleStore::find_by_url(std::string_view url, Load load) const {
  const std::optional<std::int64_t> id = id_of_url(url);
  return id ? find(*id, load) : std::nullopt;
}

void ArticleStore::visit(Time from, Time until, bool relevant_only, Load load,
                         const std::function<bool(const AssessedArticle&)>& visit) const {
  static const std::string k_columns = "SELECT " + std::string(k_article_columns) + " FROM articles ";
  static const std::string k_all = k_columns + "WHERE id >= ? AND id < ? ORDER BY id";
  static const std::string k_relevant = k_columns + "WHERE relevant = 1 AND id >= ? AND id < ? ORDER BY id";
  Connection& connection = database_.connection();
  SqlStatement rows = connection.prepare(relevant_only ? k_relevant : k_all);
  rows.with(first_id_at(from), first_id_at(until));
  while (rows.step()) {
    std::int64_t document = 0;
    AssessedArticle article = read_article_row(rows, document);
    load_document(connection, document, load, article);
    if (!visit(article)) return;
  }
}

namespace {

std::int64_t counter(Connection& connection, std::string_view name) {
  SqlStatement row = connection.prepare("SELECT value FROM counters WHERE name = ?");
  row.bind(name);
  return row.step() ? row.integer(0) : 0;
}

}  // namespace

std::int64_t ArticleStore::count() const { return counter(database_.connection(), "articles"); }
std::int64_t ArticleStore::count_relevant() const { return counter(database_.connection(), "articles_relevant"); }

std::int64_t ArticleStore::last_arrival() const {
  SqlStatement row = database_.connection().prepare("SELECT max(document) FROM articles");
  return row.step() ? row.integer(0) : 0;
}

std::int64_t ArticleStore::arrival_of(std::int64_t id) const {
  SqlStatement row = database_.connection().prepare("SELECT document FROM articles WHERE id = ?");
  row.bind(id);
  return row.step() ? row.integer(0) : 0;
}

std::vector<std::int64_t> ArticleStore::arrived_after(std::int64_t arrival, std::size_t limit) const {
  SqlStatement rows =
      database_.connection().prepare("SELECT id FROM articles WHERE document > ? ORDER BY document LIMIT ?");
  rows.with(arrival, static_cast<std::int64_t>(limit));
  std::vector<std::int64_t> ids;
  while (rows.step()) ids.push_back(rows.integer(0));
  return ids;
}

std::int64_t ArticleStore::remove(std::int64_t id, std::string_view reason, Time now) {
  const std::optional<AssessedArticle> article = find(id);
  if (!article) return 0;
  WriteScope scope(database_);
  Connection& connection = database_.connection();
  connection.flush_pending();
  forget_words(connection, *article, id);
  connection.prepare("DELETE FROM statements WHERE article = ?").with(id).run();
  connection.prepare("DELETE FROM documents WHERE id = (SELECT document FROM articles WHERE id = ?)").with(id).run();
  connection.prepare("DELETE FROM articles WHERE id = ?").with(id).run();
  if (article->story != 0) {
    connection.prepare("UPDATE stories SET articles = articles - 1 WHERE id = ?").with(article->story).run();
  }
  connection.pending.url_states[{k_dropped, std::string(reason)}] += drop_urls(connection, id, reason, now);
  tally(connection, *article, -1);
  scope.done();
  return static_cast<std::int64_t>(article->article.text.size());
}

void ArticleStore::reassess(std::int64_t id, const Assessment& assessment) {
  const std::optional<AssessedArticle> before = find(id);
  if (!before) return;
  AssessedArticle after = *before;
  after.assessment = assessment;
  WriteScope scope(database_);
  Connection& connection = database_.connection();
  connection.flush_pending();  // the article may have come in the same batch
  const std::string judgement = judgement_json(assessment);
  const std::string evidence = evidence_json(assessment);
  SqlStatement document = connection.prepare(
      "UPDATE documents SET judgement = ?, evidence = ? WHERE id = (SELECT document FROM articles WHERE id = ?)");
  judgement.empty() ? document.bind_null() : document.bind_blob(pack(judgement));
  evidence.empty() ? document.bind_null() : document.bind_blob(pack(evidence));
  document.bind(id).run();
  SqlStatement row = connection.prepare(
      "UPDATE articles SET relevant = ?, relevance = ?, kind = ?, act = ?, accused_states = ?, victim_states = ?, "
      "actors = ? WHERE id = ?");
  row.with(assessment.relevant ? 1 : 0, assessment.relevance).bind_or_null(assessment.kind);
  row.bind(to_string(assessment.act)).bind_or_null(list_json(assessment.accused_states));
  row.bind_or_null(list_json(assessment.victim_states)).bind_or_null(list_json(assessment.actors)).bind(id).run();
  connection.prepare("DELETE FROM statements WHERE article = ?").with(id).run();
  add_statements(connection, after, id, time_of(after));
  forget_words(connection, *before, id);
  tally(connection, *before, -1);
  connection.pending.articles.push_back(indexed(after, id));
  tally(connection, after, 1);
  scope.done();
}

}  // namespace vigie::storage

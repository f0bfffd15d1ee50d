#include "storage/fts_tokenizer.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <stdexcept>

#include "storage/fts_rank.h"
#include "storage/tokens.h"

namespace vigie::storage {
namespace {

// What an indexed column begins with when it is a text to be cut: this, the language, this again.
constexpr char k_text_mark = '\x02';

using Taker = int (*)(void*, int, const char*, int, int, int);

struct FtsSink : TokenSink {
  void* context = nullptr;
  Taker taker = nullptr;
  int result = SQLITE_OK;

  bool take(const Token& token) override {
    result = taker(context, token.same_position ? FTS5_TOKEN_COLOCATED : 0, token.text.data(),
                   static_cast<int>(token.text.size()), static_cast<int>(token.begin), static_cast<int>(token.end));
    return result == SQLITE_OK;
  }
};

int cut_ready_made(std::string_view text, FtsSink& sink) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(k_token_separator, at), text.size());
    const Token token{text.substr(at, end - at), static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end),
                      false};
    if (end > at && !sink.take(token)) break;
    at = end + 1;
  }
  return sink.result;
}

int create(void* /*context*/, const char** /*arguments*/, int /*count*/, Fts5Tokenizer** made) {
  *made = reinterpret_cast<Fts5Tokenizer*>(new (std::nothrow) Tokenizer());
  return *made == nullptr ? SQLITE_NOMEM : SQLITE_OK;
}

void destroy(Fts5Tokenizer* tokenizer) { delete reinterpret_cast<Tokenizer*>(tokenizer); }

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* bytes, int size, Taker taker) {
  FtsSink sink;
  sink.context = context;
  sink.taker = taker;
  std::string_view text(bytes, bytes == nullptr ? 0 : static_cast<std::size_t>(size));
  if ((flags & FTS5_TOKENIZE_QUERY) != 0 || text.empty() || text.front() != k_text_mark) {
    return cut_ready_made(text, sink);
  }
  const std::size_t end = text.find(k_text_mark, 1);
  if (end == std::string_view::npos) return SQLITE_ERROR;
  try {
    reinterpret_cast<Tokenizer*>(tokenizer)->cut(text.substr(end + 1), text.substr(1, end - 1), sink);
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  }
  return sink.result;
}

fts5_api* fts5_of(sqlite3* handle) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

}  // namespace

void register_tokenizer(SQLite::Database& handle) {
  fts5_api* const api = fts5_of(handle.getHandle());
  if (api == nullptr) throw std::runtime_error("this SQLite has no FTS5");
  fts5_tokenizer functions{&create, &destroy, &tokenize};
  if (api->xCreateTokenizer(api, "vigie", nullptr, &functions, nullptr) != SQLITE_OK) {
    throw std::runtime_error("cannot register the search index's tokenizer");
  }
  register_rank(api);
}

std::string index_text(std::string_view text, std::string_view language) {
  std::string out;
  out.reserve(text.size() + language.size() + 2);
  out += k_text_mark;
  for (const char c : language.substr(0, 16)) {
    if (c != k_text_mark) out += c;
  }
  out += k_text_mark;
  out += text;
  return out;
}

std::string index_words(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += k_token_separator;
    out += word;
  }
  return out;
}

}  // namespace vigie::storage

#include "classifier/dates.h"

#include <array>
#include <cstdio>
#include <optional>

namespace vigie::classifier {
namespace {

struct Numbers {
  int year = 0;
  int month = 0;
  int day = 0;
};

int number(const Reading& reading, std::size_t i) {
  const Token& token = reading.token(i);
  const std::string_view word = reading.stream.folded_of(token);
  if (!token.digits || word.size() > 4) return -1;
  int value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

int month_named(const Reading& reading, std::size_t i) {
  const std::string_view word = reading.stream.folded_of(reading.token(i));
  for (const Lexicon* lexicon : reading.lexicons) {
    const std::vector<std::string>& months = lexicon->grammar().months;
    for (std::size_t m = 0; m < months.size(); ++m) {
      const std::string_view name = months[m];
      const bool stem = !name.empty() && name.back() == '*';
      const std::string_view letters = stem ? name.substr(0, name.size() - 1) : name;
      if (stem ? word.substr(0, letters.size()) == letters : word == letters) return static_cast<int>(m) + 1;
    }
  }
  return 0;
}

bool is_year(int value) { return value >= 1980 && value <= 2100; }
bool is_day(int value) { return value >= 1 && value <= 31; }

std::string written(const Numbers& n) {
  if (!is_year(n.year) || !is_day(n.day) || n.month < 1 || n.month > 12) return {};
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", n.year, n.month, n.day);
  return out.data();
}

// A day before or behind the named month, then the year within two words ("18 de julio de 2022").
std::string around_month(const Reading& reading, const Sentence& sentence, std::size_t at, int month) {
  Numbers n;
  n.month = month;
  for (std::size_t back = 1; back <= 2 && at >= sentence.begin + back; ++back) {
    if (is_day(number(reading, at - back))) {
      n.day = number(reading, at - back);
      break;
    }
  }
  for (std::size_t next = at + 1; next <= at + 3 && next < sentence.end; ++next) {
    const int value = number(reading, next);
    if (n.day == 0 && is_day(value)) n.day = value;
    if (is_year(value)) {
      n.year = value;
      break;
    }
  }
  return written(n);
}

// "2022-07-18", "18.07.2022", "2022年7月18日": three numbers close together.
std::string three_numbers(const Reading& reading, const Sentence& sentence, std::size_t at) {
  std::array<int, 3> values{};
  std::size_t found = 0;
  for (std::size_t i = at; i < sentence.end && i <= at + 4 && found < 3; ++i) {
    const int value = number(reading, i);
    if (value >= 0) {
      values[found++] = value;
    } else if (!reading.token(i).unspaced) {
      return {};
    }
    if (i > at && reading.token(i).gap != Gap::hyphen && reading.token(i).gap != Gap::none) return {};
  }
  if (found < 3) return {};
  if (is_year(values[0])) return written({values[0], values[1], values[2]});
  // Day first, unless only month first makes sense; where both do, the order is not known.
  if (values[1] > 12) return {};
  if (values[0] > 12) return written({values[2], values[1], values[0]});
  return {};
}

}  // namespace

std::string date_in(const Reading& reading, std::size_t index) {
  const Sentence& sentence = reading.stream.sentences[index];
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    if (reading.token(i).digits) {
      std::string date = three_numbers(reading, sentence, i);
      if (!date.empty()) return date;
      continue;
    }
    if (reading.token(i).unspaced) continue;
    const bool beside_number = (i > sentence.begin && reading.token(i - 1).digits) ||
                               (i + 1 < sentence.end && reading.token(i + 1).digits) ||
                               (i > sentence.begin + 1 && reading.token(i - 2).digits);
    if (!beside_number) continue;
    const int month = month_named(reading, i);
    if (month == 0) continue;
    std::string date = around_month(reading, sentence, i, month);
    if (!date.empty()) return date;
  }
  return {};
}

}  // namespace vigie::classifier

#include "digest/chart.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "digest/outside_text.h"
#include "model/time.h"

namespace vigie::digest {
namespace {

constexpr int k_days = 30;
constexpr std::size_t k_series = 5;

std::vector<std::pair<std::string, int>> by_count(const std::map<std::string, int>& counts) {
  std::vector<std::pair<std::string, int>> out(counts.begin(), counts.end());
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

std::vector<std::string> days_until(const std::string& last) {
  std::vector<std::string> out;
  for (int i = k_days - 1; i >= 0; --i) {
    const auto day = shift_day(last, -i);
    if (day) out.push_back(*day);
  }
  return out;
}

std::string short_day(const Labels& labels, const std::string& day) {
  const auto plain = [](const std::string& two) { return two.front() == '0' ? two.substr(1) : two; };
  return fill(labels.get("day.short", "{d}/{m}"), {{"d", plain(day.substr(8, 2))}, {"m", plain(day.substr(5, 2))}});
}

std::string decimal(double value) {
  const long hundredths = std::lround(value * 100);
  std::string out = std::to_string(hundredths / 100);
  if (hundredths % 100 != 0)
    out += "." + std::string(hundredths % 100 < 10 ? "0" : "") + std::to_string(hundredths % 100);
  return out;
}

struct Series {
  std::vector<std::string> days;
  std::vector<std::string> states;                 // the most accused, in order
  std::map<std::string, std::map<int, int>> bars;  // day -> series (k_series: others) -> articles
  std::map<int, int> totals;                       // series -> articles
  int top = 0;
};

Series series_of(const Digest& digest) {
  Series out;
  out.days = days_until(digest.date);
  std::map<std::string, int> totals;
  const auto within = [&](const DigestCount& count) {
    return count.articles > 0 && std::binary_search(out.days.begin(), out.days.end(), count.day);
  };
  for (const DigestCount& count : digest.history) {
    if (within(count)) totals[count.state] += count.articles;
  }
  for (const auto& [state, articles] : by_count(totals)) {
    if (out.states.size() < k_series) out.states.push_back(state);
  }
  for (const DigestCount& count : digest.history) {
    if (!within(count)) continue;
    const auto place = std::find(out.states.begin(), out.states.end(), count.state);
    const int series = static_cast<int>(place - out.states.begin());
    out.bars[count.day][place == out.states.end() ? static_cast<int>(k_series) : series] += count.articles;
    out.totals[place == out.states.end() ? static_cast<int>(k_series) : series] += count.articles;
  }
  for (const auto& [day, bars] : out.bars) {
    int sum = 0;
    for (const auto& [series, articles] : bars) sum += articles;
    out.top = std::max(out.top, sum);
  }
  return out;
}

std::string css_of(int series) { return series == static_cast<int>(k_series) ? "so" : "s" + std::to_string(series); }

std::string bars_svg(const Series& series, const Labels& labels, const std::string& summary) {
  // Ten units a day wide, a hundred high; the page stretches it to its width.
  std::string svg =
      "<svg class=\"bars\" viewBox=\"0 0 300 100\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"" +
      html_text(std::string(labels.get("chart.title")) + ". " + summary) + "\">";
  for (int line = 0; line <= 2; ++line) {
    const std::string y = std::to_string(line * 50);
    svg += R"(<line class="grid" x1="0" x2="300" y1=")";
    svg.append(y).append(R"(" y2=")").append(y).append(R"("/>)");
  }
  for (std::size_t i = 0; i < series.days.size(); ++i) {
    const auto bars = series.bars.find(series.days[i]);
    if (bars == series.bars.end()) continue;
    double y = 100;
    std::string title = day_name(labels, series.days[i]) + ": ";
    std::string rects;
    for (const auto& [number, articles] : bars->second) {
      const double height = 100.0 * articles / series.top;
      y -= height;
      rects += "<rect class=\"" + css_of(number) + "\" x=\"" + decimal(static_cast<double>(i) * 10 + 1) + "\" y=\"" +
               decimal(y) + "\" width=\"8\" height=\"" + decimal(height) + "\"/>";
      const std::string name = number == static_cast<int>(k_series)
                                   ? std::string(labels.get("chart.others"))
                                   : state_name(labels, series.states[static_cast<std::size_t>(number)]);
      title += (title.ends_with(": ") ? "" : ", ") + name + " " + std::to_string(articles);
    }
    svg += "<g><title>" + html_text(title) + "</title>" + rects + "</g>";
  }
  return svg + "</svg>";
}

}  // namespace

Chart chart_of(const Digest& digest, const Labels& labels) {
  const Series series = series_of(digest);
  Chart chart;
  if (series.top == 0 || series.days.size() != k_days) return chart;
  int sum = 0;
  std::vector<ListItem> leading;
  for (const auto& [number, articles] : series.totals) {
    Chart::Key key;
    key.css = css_of(number);
    const bool others = number == static_cast<int>(k_series);
    key.name = others ? std::string(labels.get("chart.others"))
                      : state_name(labels, series.states[static_cast<std::size_t>(number)]);
    key.articles = articles;
    if (!others && leading.size() < 3) leading.push_back({key.name + " " + std::to_string(articles), {}});
    sum += articles;
    chart.keys.push_back(std::move(key));
  }
  chart.summary = fill(labels.get("chart.summary", "{articles}: {states}"),
                       {{"articles", counted(labels, "count.articles", sum)}, {"states", joined(labels, leading)}});
  chart.top = series.top;
  chart.first_day = short_day(labels, series.days.front());
  chart.middle_day = short_day(labels, series.days[k_days / 2]);
  chart.last_day = short_day(labels, series.days.back());
  chart.svg = bars_svg(series, labels, chart.summary);
  return chart;
}

Matrix matrix_of(const Digest& digest, const Labels& labels, std::size_t most) {
  std::map<std::string, int> accused;
  std::map<std::string, int> victims;
  std::map<std::pair<std::string, std::string>, int> pairs;
  for (const DigestPair& pair : digest.pairs) {
    if (pair.accused.empty() || pair.victim.empty() || pair.articles <= 0) continue;
    accused[pair.accused] += pair.articles;
    victims[pair.victim] += pair.articles;
    pairs[{pair.accused, pair.victim}] += pair.articles;
  }
  Matrix matrix;
  for (const auto& [state, articles] : by_count(victims)) {
    if (matrix.columns.size() < most) matrix.columns.push_back({clean_line(state, 3), state_name(labels, state)});
  }
  int top = 0;
  for (const auto& [state, articles] : by_count(accused)) {
    if (matrix.rows.size() == most) break;
    Matrix::Row row{clean_line(state, 3), state_name(labels, state), {}};
    for (const Matrix::Column& column : matrix.columns) {
      const auto found = pairs.find({state, column.code});
      row.cells.push_back({found == pairs.end() ? 0 : found->second, 0});
      top = std::max(top, row.cells.back().articles);
    }
    // A state accused of nothing but attacks on victims outside the columns would be an empty row.
    const bool empty =
        std::all_of(row.cells.begin(), row.cells.end(), [](const Matrix::Cell& c) { return c.articles == 0; });
    if (!empty) matrix.rows.push_back(std::move(row));
  }
  for (Matrix::Row& row : matrix.rows) {
    for (Matrix::Cell& cell : row.cells) {
      if (cell.articles > 0) cell.shade = 1 + static_cast<int>(std::floor(4.0 * cell.articles / std::max(1, top)));
    }
  }
  return matrix;
}

}  // namespace vigie::digest

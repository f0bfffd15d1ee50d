#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/config.h"
#include "model/error.h"

namespace vigie {

enum class LogLevel { debug, info, warn, error };

/// Opens the daemon's log ("-" is stderr). Nothing is written before that. Errors: io.
Expected<bool> open_log(const LogConfig& config, const std::string& file);
void close_log();

/// One line a decision, `event key=value …` or the same as JSON, source first; values are escaped. Safe from any
/// thread: LogEntry("fetch")("source", id)("status", 200).info().
class LogEntry {
 public:
  explicit LogEntry(std::string_view event) : event_(event) {}
  LogEntry& operator()(std::string_view key, std::string_view value);
  LogEntry& operator()(std::string_view key, long long value);
  void debug() const { write(LogLevel::debug); }
  void info() const { write(LogLevel::info); }
  void warn() const { write(LogLevel::warn); }
  void error() const { write(LogLevel::error); }

 private:
  void write(LogLevel level) const;

  std::string event_;
  std::vector<std::pair<std::string, std::string>> fields_;
};

}  // namespace vigie

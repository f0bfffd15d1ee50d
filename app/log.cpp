#include "app/log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "model/text.h"

namespace vigie {
namespace {

constexpr const char* k_text_logger = "vigie";
constexpr const char* k_json_logger = "vigie-json";

spdlog::level::level_enum level_of(LogLevel level) {
  switch (level) {
    case LogLevel::debug:
      return spdlog::level::debug;
    case LogLevel::info:
      return spdlog::level::info;
    case LogLevel::warn:
      return spdlog::level::warn;
    case LogLevel::error:
      return spdlog::level::err;
  }
  return spdlog::level::info;
}

// A value with spaces, quotes or controls is quoted, so that a line can be split again by a program.
std::string quoted_value(std::string_view value) {
  const std::string safe = escape_controls(value);
  if (!safe.empty() && safe.find_first_of(" \"=") == std::string::npos) return safe;
  std::string out = "\"";
  for (const char c : safe) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

}  // namespace

Expected<bool> open_log(const LogConfig& config, const std::string& file) {
  try {
    std::shared_ptr<spdlog::sinks::sink> sink;
    if (file == "-") {
      sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    } else {
      sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file, static_cast<std::size_t>(config.max_bytes),
                                                                    static_cast<std::size_t>(config.files));
    }
    const bool json = config.format == "json";
    auto logger = std::make_shared<spdlog::logger>(json ? k_json_logger : k_text_logger, sink);
    logger->set_level(spdlog::level::from_str(config.level));
    logger->set_pattern(json ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})" : "%Y-%m-%dT%H:%M:%S.%eZ %l %v",
                        spdlog::pattern_time_type::utc);
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
    return true;
  } catch (const spdlog::spdlog_ex& error) {
    return failure(ErrorKind::io, "cannot open the log " + file + ": " + error.what());
  }
}

void close_log() { spdlog::shutdown(); }

LogEntry& LogEntry::operator()(std::string_view key, std::string_view value) {
  fields_.emplace_back(key, value);
  return *this;
}

LogEntry& LogEntry::operator()(std::string_view key, long long value) {
  fields_.emplace_back(key, std::to_string(value));
  return *this;
}

void LogEntry::write(LogLevel level) const {
  spdlog::logger* logger = spdlog::default_logger_raw();
  if (logger == nullptr || !logger->should_log(level_of(level))) return;
  if (logger->name() == k_text_logger) {
    std::string line = event_;
    for (const auto& [key, value] : fields_) line += " " + key + "=" + quoted_value(value);
    logger->log(level_of(level), line);
  } else if (logger->name() == k_json_logger) {
    nlohmann::ordered_json line{{"event", event_}};
    for (const auto& [key, value] : fields_) line[key] = valid_utf8(value);
    const std::string text = line.dump();
    logger->log(level_of(level), text.substr(1, text.size() - 2));
  }
}

}  // namespace vigie

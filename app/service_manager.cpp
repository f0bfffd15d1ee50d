#include "app/service_manager.h"

#include <systemd/sd-daemon.h>

namespace vigie {
namespace {

// Without a watchdog the status line is still renewed now and then.
constexpr std::chrono::seconds k_status_every{10};

}  // namespace

ServiceManager::ServiceManager() {
  std::uint64_t limit = 0;
  const bool watched = ::sd_watchdog_enabled(/*unset_environment=*/0, &limit) > 0;
  // Half of the limit leaves room for one slow turn.
  feed_every_ = watched ? std::chrono::microseconds(limit / 2) : std::chrono::microseconds(k_status_every);
}

void ServiceManager::ready() { ::sd_notify(0, "READY=1"); }

void ServiceManager::reloading() { ::sd_notify(0, "RELOADING=1"); }

void ServiceManager::stopping() { ::sd_notify(0, "STOPPING=1"); }

void ServiceManager::alive(const std::string& status) {
  const auto now = std::chrono::steady_clock::now();
  if (now - fed_ < feed_every_) return;
  fed_ = now;
  ::sd_notify(0, ("WATCHDOG=1\nSTATUS=" + status).c_str());
}

}  // namespace vigie

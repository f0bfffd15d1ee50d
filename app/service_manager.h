#pragma once

#include <chrono>
#include <string>

namespace vigie {

/// What the daemon tells the service manager that started it, by sd_notify(3). Without one nothing happens.
class ServiceManager {
 public:
  ServiceManager();

  void ready();
  void reloading();
  void stopping();
  /// Called at each turn of the main loop: feeds the watchdog, and renews the status line (shown by `systemctl status`)
  /// with each feeding.
  void alive(const std::string& status);

 private:
  std::chrono::microseconds feed_every_{0};
  std::chrono::steady_clock::time_point fed_{};
};

}  // namespace vigie

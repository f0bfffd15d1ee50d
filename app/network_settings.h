#pragma once

#include "app/clock.h"
#include "app/config.h"
#include "crawler/network_settings.h"

namespace vigie {

/// What the configuration says of the network, as the crawler takes it.
crawler::NetworkSettings network_settings(const NetworkConfig& config, const Clock& clock);

}  // namespace vigie

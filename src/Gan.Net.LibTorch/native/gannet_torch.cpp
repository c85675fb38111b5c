// Placeholder: the boxed-dispatcher shim comes here.
#include <torch/version.h>

extern "C" __attribute__((visibility("default"))) const char *gannet_libtorch_version() { return TORCH_VERSION; }

// The yardstick of operator-cost.sh: the same additions as Program.cs makes, by direct calls.
#include <ATen/ATen.h>
#include <time.h>

#include <vector>

#define EXPORT extern "C" __attribute__((visibility("default")))

namespace {
at::Tensor left, right;
}

// CPU time of the calling thread in nanoseconds: what else the machine does is not counted.
EXPORT int64_t thread_nanoseconds() {
    timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

EXPORT void prepare() {
    left = at::ones({64, 32});
    right = at::ones({64, 32});
}

EXPORT void add(int64_t count) {
    for (int64_t i = 0; i < count; ++i) at::Tensor sum = at::add(left, right);
}

// Keeps a hundred sums, as a dispose scope does.
EXPORT void add_hundred(int64_t count) {
    std::vector<at::Tensor> sums;
    sums.reserve(100);
    for (int64_t done = 0; done < count; done += 100) {
        for (int i = 0; i < 100; ++i) sums.push_back(at::add(left, right));
        sums.clear();
    }
}

EXPORT void add_in_place(int64_t count) {
    for (int64_t i = 0; i < count; ++i) left.add_(right);
}

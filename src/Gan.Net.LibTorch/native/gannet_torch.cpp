// The native half of Gan.Net.LibTorch: one door to libtorch's dispatcher, and the few things the dispatcher does not have
// (tensor handles, data access, autograd, generators, devices, threads). Operators are looked up once by name and called
// boxed, so a new operator needs a line of C# and nothing here. Builds against libtorch 1.13 and later.
//
// Conventions: a tensor handle is a retained c10::TensorImpl*; null is "no tensor". Functions that can fail return 0 on
// success and -1 on failure, and the message waits in gannet_last_error(). No C++ exception ever leaves this file.

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <ATen/core/stack.h>
#include <c10/core/CPUAllocator.h>
#include <c10/core/impl/alloc_cpu.h>
#include <c10/core/impl/VirtualGuardImpl.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/csrc/autograd/variable.h>
#include <torch/version.h>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#endif

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include <sys/mman.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <type_traits>
#include <vector>

#define GANNET_API extern "C" __attribute__((visibility("default")))

namespace {

using Handle = c10::TensorImpl*;
using TensorPtr = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;
// c10::optional up to libtorch 2.2, std::optional after.
using OptionalTensor = std::decay_t<decltype(std::declval<c10::IValue>().toOptional<at::Tensor>())>;

enum Tag : int32_t {
    kNone, kTensor, kInt, kDouble, kBool, kIntList, kTensorList, kOptionalTensorList,
    kString, kGenerator, kDevice, kDoubleList, kDefault
};

struct Value {
    int32_t tag;
    int32_t length;
    union { int64_t integer; double real; const void* pointer; };
};
static_assert(sizeof(Value) == 16, "must match NativeValue in C#");

struct Operator {
    c10::OperatorHandle handle;
    std::vector<bool> wants_double;               // schema type float: an integer argument is widened
    std::vector<c10::IValue> defaults;            // None where the schema has no default
    size_t arity;
};

thread_local std::string last_error;
thread_local torch::jit::Stack spare_stack;

// Nobody reads the native stack of a failure, and taking it down costs ten milliseconds each time.
const bool without_stack = [] {
    c10::SetStackTraceFetcher([]() -> std::string { return {}; });
    return true;
}();

int fail(const char* message) noexcept {
    try { last_error = message; } catch (...) { last_error.clear(); }
    return -1;
}

// Runs body, turning every exception into a message.
template <typename Body>
int guarded(Body&& body) noexcept {
    try {
        body();
        return 0;
    } catch (const c10::Error& error) {
        return fail(error.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return fail("out of memory");
    } catch (const std::exception& error) {
        return fail(error.what());
    } catch (...) {
        return fail("an unknown native exception");
    }
}

at::Tensor borrow(const void* handle) {
    if (handle == nullptr) return at::Tensor();
    return at::Tensor(TensorPtr::reclaim_copy(static_cast<Handle>(const_cast<void*>(handle))));
}

void* release(at::Tensor tensor) {
    return tensor.defined() ? static_cast<void*>(tensor.unsafeReleaseTensorImpl()) : nullptr;
}

std::vector<at::Tensor> borrow_all(void* const* handles, int64_t count) {
    std::vector<at::Tensor> tensors;
    tensors.reserve(count);
    for (int64_t i = 0; i < count; ++i) tensors.push_back(borrow(handles[i]));
    return tensors;
}

c10::IValue to_ivalue(const Value& value, const Operator& op, size_t position) {
    switch (value.tag) {
        case kNone: return c10::IValue();
        case kTensor: return borrow(value.pointer);
        case kInt:
            if (op.wants_double[position]) return static_cast<double>(value.integer);
            return value.integer;
        case kDouble: return value.real;
        case kBool: return value.integer != 0;
        case kIntList: {
            auto items = static_cast<const int64_t*>(value.pointer);
            return c10::IValue(std::vector<int64_t>(items, items + value.length));
        }
        case kDoubleList: {
            auto items = static_cast<const double*>(value.pointer);
            return c10::IValue(std::vector<double>(items, items + value.length));
        }
        case kTensorList: {
            auto items = static_cast<void* const*>(value.pointer);
            return c10::IValue(borrow_all(items, value.length));
        }
        case kOptionalTensorList: {
            auto items = static_cast<void* const*>(value.pointer);
            c10::List<OptionalTensor> list;
            list.reserve(value.length);
            for (int32_t i = 0; i < value.length; ++i)
                list.push_back(items[i] == nullptr ? OptionalTensor() : OptionalTensor(borrow(items[i])));
            return list;
        }
        case kString: return std::string(static_cast<const char*>(value.pointer), value.length);
        case kGenerator: return *static_cast<const at::Generator*>(value.pointer);
        case kDevice:
            return c10::Device(static_cast<c10::DeviceType>(value.integer >> 32), static_cast<c10::DeviceIndex>(static_cast<int32_t>(value.integer)));
        case kDefault: return op.defaults[position];
        default: TORCH_CHECK(false, "unknown argument tag ", value.tag);
    }
}

void from_ivalue(c10::IValue& result, Value& value) {
    value.length = 0;
    if (result.isTensor()) {
        value.tag = kTensor;
        value.pointer = release(std::move(result).toTensor());
    } else if (result.isInt()) {
        value.tag = kInt;
        value.integer = result.toInt();
    } else if (result.isDouble()) {
        value.tag = kDouble;
        value.real = result.toDouble();
    } else if (result.isBool()) {
        value.tag = kBool;
        value.integer = result.toBool() ? 1 : 0;
    } else if (result.isTensorList()) {
        std::vector<at::Tensor> tensors = result.toTensorVector();
        auto handles = static_cast<void**>(std::malloc(sizeof(void*) * (tensors.empty() ? 1 : tensors.size())));
        if (handles == nullptr) throw std::bad_alloc();
        for (size_t i = 0; i < tensors.size(); ++i) handles[i] = release(std::move(tensors[i]));
        value.tag = kTensorList;
        value.length = static_cast<int32_t>(tensors.size());
        value.pointer = handles;
    } else if (result.isNone()) {
        value.tag = kNone;
    } else {
        TORCH_CHECK(false, "an operator returned ", result.tagKind(), ", which has no managed form");
    }
}

// The argument stack of one call. Taken from the thread's spare one, so that a call allocates nothing, and safe when a
// kernel calls back into managed code that calls another operator.
struct CallStack {
    torch::jit::Stack items;
    CallStack() { items.swap(spare_stack); }
    ~CallStack() { items.clear(); items.swap(spare_stack); }
};

void push_arguments(torch::jit::Stack& stack, const Operator& op, const Value* arguments, size_t count) {
    TORCH_CHECK(count <= op.arity, op.handle.schema().name(), " takes at most ", op.arity, " arguments, got ", count);
    for (size_t i = 0; i < count; ++i) stack.push_back(to_ivalue(arguments[i], op, i));
    for (size_t i = count; i < op.arity; ++i) stack.push_back(op.defaults[i]);
}

// A transposed convolution in terms of the ordinary one: its result is the ordinary one's input gradient, and its own input
// gradient is the ordinary one's result. Up to libtorch 1.13 the CPU runs a transposed convolution through a plain
// matrix product and a scatter, at less than half the speed of an ordinary one.
struct TransposedConvolution : torch::autograd::Function<TransposedConvolution> {
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& input, const at::Tensor& weight,
                              std::vector<int64_t> stride, std::vector<int64_t> padding, std::vector<int64_t> output_size) {
        context->save_for_backward({input, weight});
        context->saved_data["stride"] = stride;
        context->saved_data["padding"] = padding;
        auto shape = at::empty(output_size, input.options());
        return std::get<0>(at::convolution_backward(input, shape, weight, at::OptionalIntArrayRef(), stride, padding, {1, 1}, false, {0, 0}, 1,
                                                    {true, false, false}));
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        auto saved = context->get_saved_variables();
        auto stride = context->saved_data["stride"].toIntVector();
        auto padding = context->saved_data["padding"].toIntVector();
        const auto& gradient = gradients[0];
        at::Tensor for_input, for_weight;
        if (context->needs_input_grad(0)) for_input = at::conv2d(gradient, saved[1], {}, stride, padding);
        if (context->needs_input_grad(1))
            for_weight = std::get<1>(at::convolution_backward(saved[0], gradient, saved[1], at::OptionalIntArrayRef(), stride, padding, {1, 1},
                                                              false, {0, 0}, 1, {false, true, false}));
        return {for_input, for_weight, at::Tensor(), at::Tensor(), at::Tensor()};
    }
};

// A leaky rectifier (a plain one at slope 0) whose gradient is known not to depend on where its input lies. libtorch's own writes a
// second derivative of explicit zeros, which a gradient penalty's backward pass then carries through every layer before.
struct LeakyRectifier : torch::autograd::Function<LeakyRectifier> {
    static at::Tensor forward(torch::autograd::AutogradContext* context, at::Tensor input, double slope, bool in_place) {
        at::Tensor result;
        if (in_place) {
            result = slope == 0 ? at::relu_(input) : at::leaky_relu_(input, slope);
            context->mark_dirty({result});
        } else {
            result = slope == 0 ? at::relu(input) : at::leaky_relu(input, slope);
        }
        context->save_for_backward({result});
        context->saved_data["slope"] = slope;
        return result;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        const auto result = context->get_saved_variables()[0].detach();
        const double slope = context->saved_data["slope"].toDouble();
        const auto& gradient = gradients[0];
        return {slope == 0 ? at::threshold_backward(gradient, result, 0) : at::leaky_relu_backward(gradient, result, slope, true),
                at::Tensor(), at::Tensor()};
    }
};

// Keeps freed blocks of tensors and hands them out again: a training step asks for the same sizes every time, and fresh pages from
// the system cost more than most operators. Blocks lie in mappings of their own, so small allocations that stay cannot pin them, and
// what is kept is bounded by the most that was ever in use at once, and an eighth. Sizes below `smallest` come from libtorch's heap.
class BlockCache final : public c10::Allocator {
public:
    c10::DataPtr allocate(size_t size) const { return const_cast<BlockCache*>(this)->take(size); }
    c10::DataPtr allocate(size_t size) { return take(size); }
    c10::DeleterFnPtr raw_deleter() const override { return &give_back; }
    void copy_data(void* to, const void* from, size_t size) const { std::memcpy(to, from, size); }

private:
    // Lies before the data, and keeps it aligned.
    struct alignas(64) Block {
        BlockCache* owner;
        size_t size;  // with this header; 0 for one on the heap
        std::list<Block*>::iterator age;
    };

    static constexpr size_t smallest = 1 << 16, page = 1 << 12, slack = 4 << 20;

    std::mutex mutex_;
    std::multimap<size_t, Block*> idle_;
    std::list<Block*> oldest_first_;
    size_t used_ = 0, kept_ = 0, most_used_ = 0;

    c10::DataPtr take(size_t size) {
        if (size == 0) return {nullptr, nullptr, &give_back, c10::Device(c10::DeviceType::CPU)};
        Block* block = nullptr;
        if (size >= smallest) block = map((size + sizeof(Block) + page - 1) / page * page);
        if (block == nullptr) block = new (c10::alloc_cpu(size + sizeof(Block))) Block{this, 0, {}};
        return {block + 1, block + 1, &give_back, c10::Device(c10::DeviceType::CPU)};
    }

    // A kept block of this size or slightly more, or a new one; null when the system has no memory.
    Block* map(size_t size) {
        if (Block* kept = find(size)) return kept;
        void* memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED) {
            std::lock_guard<std::mutex> lock(mutex_);
            used_ -= size;
            return nullptr;
        }
        madvise(memory, size, MADV_HUGEPAGE);
        return new (memory) Block{this, size, {}};
    }

    // Null when a block must be made, for which room was made and counted.
    Block* find(size_t size) {
        std::lock_guard<std::mutex> lock(mutex_);
        auto found = idle_.lower_bound(size);
        if (found == idle_.end() || found->first > size + size / 8) {
            count(size);
            trim();
            return nullptr;
        }
        Block* block = found->second;
        idle_.erase(found);
        oldest_first_.erase(block->age);
        kept_ -= block->size;
        count(block->size);
        return block;
    }

    void count(size_t size) {
        used_ += size;
        most_used_ = std::max(most_used_, used_);
    }

    void trim() {
        while (!oldest_first_.empty() && used_ + kept_ > most_used_ + most_used_ / 8 + slack) {
            Block* block = oldest_first_.front();
            oldest_first_.pop_front();
            auto place = idle_.lower_bound(block->size);
            while (place->second != block) ++place;
            idle_.erase(place);
            kept_ -= block->size;
            munmap(block, block->size);
        }
    }

    static void give_back(void* data) {
        if (data == nullptr) return;
        Block* block = static_cast<Block*>(data) - 1;
        if (block->size == 0) return c10::free_cpu(block);
        auto& self = *block->owner;
        std::lock_guard<std::mutex> lock(self.mutex_);
        self.used_ -= block->size;
        self.kept_ += block->size;
        block->age = self.oldest_first_.insert(self.oldest_first_.end(), block);
        self.idle_.emplace(block->size, block);
    }
};

int cuda_devices() {
    if (!at::globalContext().hasCUDA()) return 0;
    return static_cast<int>(c10::impl::VirtualGuardImpl(c10::DeviceType::CUDA).deviceCount());
}

// Adam's update in one pass over memory instead of ten. Each element goes through the roundings of the separate operators
// (mul_, add_, mul_, addcmul_, sqrt, div_, add_, addcdiv_ of libtorch's vectorised kernels), so the result is the same bit for bit.
struct AdamStep {
    float beta1, gain1, beta2, gain2, correction, epsilon, step;
};

#if defined(__x86_64__) && defined(__GNUC__)
#define GANNET_HAS_FUSED_ADAM 1

__attribute__((target("avx2,fma"))) void adam_range(const AdamStep& s, float* parameter, const float* gradient, float* mean, float* square,
                                                    int64_t begin, int64_t end) {
    const __m256 beta1 = _mm256_set1_ps(s.beta1), gain1 = _mm256_set1_ps(s.gain1), beta2 = _mm256_set1_ps(s.beta2);
    const __m256 gain2 = _mm256_set1_ps(s.gain2), correction = _mm256_set1_ps(s.correction);
    const __m256 epsilon = _mm256_set1_ps(s.epsilon), step = _mm256_set1_ps(s.step);
    int64_t i = begin;
    for (; i + 8 <= end; i += 8) {
        const __m256 g = _mm256_loadu_ps(gradient + i);
        const __m256 m = _mm256_fmadd_ps(g, gain1, _mm256_mul_ps(_mm256_loadu_ps(mean + i), beta1));
        const __m256 v = _mm256_fmadd_ps(_mm256_mul_ps(gain2, g), g, _mm256_mul_ps(_mm256_loadu_ps(square + i), beta2));
        _mm256_storeu_ps(mean + i, m);
        _mm256_storeu_ps(square + i, v);
        const __m256 d = _mm256_add_ps(_mm256_div_ps(_mm256_sqrt_ps(v), correction), epsilon);
        _mm256_storeu_ps(parameter + i, _mm256_add_ps(_mm256_loadu_ps(parameter + i), _mm256_div_ps(_mm256_mul_ps(step, m), d)));
    }
    for (; i < end; ++i) {
        const float g = gradient[i];
        const float m = __builtin_fmaf(g, s.gain1, mean[i] * s.beta1);
        const float v = __builtin_fmaf(s.gain2 * g, g, square[i] * s.beta2);
        mean[i] = m;
        square[i] = v;
        parameter[i] += s.step * m / (__builtin_sqrtf(v) / s.correction + s.epsilon);
    }
}

bool plain_float(const at::Tensor& tensor, int64_t count) {
    return tensor.device().is_cpu() && tensor.scalar_type() == at::kFloat && tensor.is_contiguous() && tensor.numel() == count;
}
#endif

at::Generator make_generator(uint64_t seed) { return at::make_generator<at::CPUGeneratorImpl>(seed); }

}  // namespace

GANNET_API const char* gannet_last_error() { return last_error.c_str(); }

GANNET_API void gannet_free(void* memory) { std::free(memory); }

// ---- operators

GANNET_API int gannet_operator_find(const char* name, const char* overload, void** found) {
    return guarded([&] {
        auto handle = c10::Dispatcher::singleton().findSchemaOrThrow(name, overload);
        auto op = std::make_unique<Operator>(Operator{handle, {}, {}, 0});
        for (const auto& argument : handle.schema().arguments()) {
            auto type = argument.type();
            if (type->kind() == c10::TypeKind::OptionalType) type = type->containedTypes().at(0);
            op->wants_double.push_back(type->kind() == c10::TypeKind::FloatType);
            op->defaults.push_back(argument.default_value() ? *argument.default_value() : c10::IValue());
        }
        op->arity = op->defaults.size();
        *found = op.release();  // kept for the life of the process, like the dispatcher itself
    });
}

GANNET_API int gannet_operator_call(const void* op_pointer, const Value* arguments, int64_t count, Value* results, int64_t capacity) {
    return guarded([&] {
        const auto& op = *static_cast<const Operator*>(op_pointer);
        CallStack call;
        push_arguments(call.items, op, arguments, static_cast<size_t>(count));
        op.handle.callBoxed(call.items);
        auto produced = static_cast<int64_t>(call.items.size());
        for (int64_t i = 0; i < produced && i < capacity; ++i) from_ivalue(call.items[i], results[i]);
        for (int64_t i = produced; i < capacity; ++i) results[i].tag = kNone;
    });
}

// The common case, one tensor out: saves the result struct.
GANNET_API int gannet_operator_call_tensor(const void* op_pointer, const Value* arguments, int64_t count, void** result) {
    return guarded([&] {
        const auto& op = *static_cast<const Operator*>(op_pointer);
        CallStack call;
        push_arguments(call.items, op, arguments, static_cast<size_t>(count));
        op.handle.callBoxed(call.items);
        *result = release(std::move(call.items.at(0)).toTensor());
    });
}

// In-place forms: what the operator returns is the tensor it was given.
GANNET_API int gannet_operator_run(const void* op_pointer, const Value* arguments, int64_t count) {
    return guarded([&] {
        const auto& op = *static_cast<const Operator*>(op_pointer);
        CallStack call;
        push_arguments(call.items, op, arguments, static_cast<size_t>(count));
        op.handle.callBoxed(call.items);
    });
}

// input [N, C, H, W], weight [C, C', kh, kw], output_size [N, C', H', W']; no groups, no dilation.
GANNET_API int gannet_transposed_convolution(void* input, void* weight, const int64_t* stride, const int64_t* padding,
                                             const int64_t* output_size, void** result) {
    return guarded([&] {
        *result = release(TransposedConvolution::apply(borrow(input), borrow(weight), std::vector<int64_t>(stride, stride + 2),
                                                       std::vector<int64_t>(padding, padding + 2),
                                                       std::vector<int64_t>(output_size, output_size + 4)));
    });
}

// *result stays null, and nothing changes, where the plain operator does as well: without a graph, or where it must refuse.
GANNET_API int gannet_leaky_relu(void* input, double slope, int32_t in_place, void** result) {
    return guarded([&] {
        *result = nullptr;
        auto x = borrow(input);
        if (slope < 0 || !at::GradMode::is_enabled() || !x.requires_grad() || x.is_view() || (in_place && x.is_leaf())) return;
        *result = release(LeakyRectifier::apply(x, slope, in_place != 0));
    });
}

// Takes one Adam step over plain float32 memory. *done stays 0, and nothing changes, where only the separate operators apply.
GANNET_API int gannet_adam_step(void* parameter, void* gradient, void* mean, void* square, double beta1, double beta2,
                                double correction, double epsilon, double step, int32_t* done) {
    return guarded([&] {
        *done = 0;
#ifdef GANNET_HAS_FUSED_ADAM
        static const bool supported = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
        auto p = borrow(parameter), g = borrow(gradient), m = borrow(mean), v = borrow(square);
        const int64_t count = p.numel();
        if (!supported || !plain_float(p, count) || !plain_float(g, count) || !plain_float(m, count) || !plain_float(v, count)) return;
        const AdamStep s{static_cast<float>(beta1), static_cast<float>(1 - beta1), static_cast<float>(beta2), static_cast<float>(1 - beta2),
                         static_cast<float>(correction), static_cast<float>(epsilon), static_cast<float>(step)};
        auto pp = p.data_ptr<float>(), mp = m.data_ptr<float>(), vp = v.data_ptr<float>();
        auto gp = g.data_ptr<float>();
        at::parallel_for(0, count, 32768, [&](int64_t begin, int64_t end) { adam_range(s, pp, gp, mp, vp, begin, end); });
        for (auto* changed : {&p, &m, &v}) changed->unsafeGetTensorImpl()->bump_version();
        *done = 1;
#endif
    });
}

// ---- tensors: properties and data

GANNET_API void gannet_tensor_free(void* handle) {
    guarded([&] { TensorPtr::reclaim(static_cast<Handle>(handle)); });
}

GANNET_API void* gannet_tensor_retain(void* handle) { return release(borrow(handle)); }

GANNET_API int64_t gannet_tensor_dim(void* handle) { return static_cast<Handle>(handle)->dim(); }
GANNET_API int64_t gannet_tensor_numel(void* handle) { return static_cast<Handle>(handle)->numel(); }
GANNET_API int64_t gannet_tensor_element_size(void* handle) { return static_cast<int64_t>(static_cast<Handle>(handle)->itemsize()); }
GANNET_API int32_t gannet_tensor_dtype(void* handle) {
    return static_cast<int32_t>(c10::typeMetaToScalarType(static_cast<Handle>(handle)->dtype()));
}
GANNET_API int32_t gannet_tensor_device_type(void* handle) { return static_cast<int32_t>(static_cast<Handle>(handle)->device().type()); }
GANNET_API int32_t gannet_tensor_device_index(void* handle) { return static_cast<Handle>(handle)->device().index(); }
GANNET_API int32_t gannet_tensor_layout(void* handle) { return static_cast<int32_t>(static_cast<Handle>(handle)->layout()); }
GANNET_API int64_t gannet_tensor_storage_offset(void* handle) { return static_cast<Handle>(handle)->storage_offset(); }
GANNET_API int32_t gannet_tensor_is_contiguous(void* handle) { return static_cast<Handle>(handle)->is_contiguous() ? 1 : 0; }

// Copies dim() sizes or strides.
GANNET_API void gannet_tensor_sizes(void* handle, int64_t* sizes) {
    auto from = static_cast<Handle>(handle)->sizes();
    std::memcpy(sizes, from.data(), from.size() * sizeof(int64_t));
}
GANNET_API int gannet_tensor_strides(void* handle, int64_t* strides) {
    return guarded([&] {
        auto from = static_cast<Handle>(handle)->strides();
        std::memcpy(strides, from.data(), from.size() * sizeof(int64_t));
    });
}

GANNET_API int gannet_tensor_data(void* handle, void** data) {
    return guarded([&] {
        auto tensor = borrow(handle);
        TORCH_CHECK(!tensor.is_conj() && !tensor.is_neg(), "The tensor is a conjugated or negated view, whose memory holds other numbers; call resolve_conj() or resolve_neg() first.");
        *data = tensor.data_ptr();
    });
}

// A CPU tensor over the caller's memory; done(context) is called, on any thread, once nothing refers to it any more.
GANNET_API int gannet_tensor_over(void* data, const int64_t* sizes, int64_t dim, int32_t dtype, void* context, void (*done)(void*), void** result) {
    return guarded([&] {
        *result = release(at::from_blob(data, at::IntArrayRef(sizes, static_cast<size_t>(dim)), [context, done](void*) { done(context); },
                                        at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype))));
    });
}

GANNET_API int gannet_tensor_storage(void* handle, void** data, int64_t* bytes) {
    return guarded([&] {
        auto tensor = borrow(handle);
        *data = static_cast<char*>(tensor.data_ptr()) - tensor.storage_offset() * static_cast<int64_t>(tensor.itemsize());
        *bytes = static_cast<int64_t>(tensor.storage().nbytes());
    });
}

GANNET_API int gannet_tensor_item(void* handle, double* real, int64_t* integer) {
    return guarded([&] {
        auto scalar = borrow(handle).item();
        *real = scalar.isComplex() ? scalar.toComplexDouble().real() : scalar.toDouble();
        *integer = scalar.isFloatingPoint() || scalar.isComplex() ? static_cast<int64_t>(*real) : scalar.toLong();
    });
}

// ---- autograd

GANNET_API int32_t gannet_tensor_requires_grad(void* handle) { return static_cast<Handle>(handle)->requires_grad() ? 1 : 0; }

GANNET_API int gannet_tensor_set_requires_grad(void* handle, int32_t value) {
    return guarded([&] { borrow(handle).requires_grad_(value != 0); });
}

GANNET_API int32_t gannet_tensor_is_leaf(void* handle) {
    int32_t leaf = 1;
    guarded([&] { leaf = borrow(handle).is_leaf() ? 1 : 0; });
    return leaf;
}

GANNET_API int gannet_tensor_grad(void* handle, void** grad) {
    return guarded([&] { *grad = release(borrow(handle).grad()); });
}

GANNET_API int gannet_tensor_set_grad(void* handle, void* grad) {
    return guarded([&] {
        auto tensor = borrow(handle);
        auto gradient = borrow(grad);
        // libtorch takes any tensor here, and an optimizer would broadcast it.
        TORCH_CHECK(!gradient.defined() || (gradient.sizes() == tensor.sizes() && gradient.scalar_type() == tensor.scalar_type() && gradient.device() == tensor.device()),
                    "A gradient of shape ", gradient.sizes(), ", ", gradient.scalar_type(), " on ", gradient.device(), " was set on a tensor of shape ",
                    tensor.sizes(), ", ", tensor.scalar_type(), " on ", tensor.device(), ". They must be the same.");
        tensor.mutable_grad() = std::move(gradient);
    });
}

GANNET_API int gannet_tensor_retain_grad(void* handle) {
    return guarded([&] { borrow(handle).retain_grad(); });
}

GANNET_API int gannet_backward(void* const* tensors, int64_t tensor_count, void* const* gradients, int64_t gradient_count,
                               int32_t retain_graph, int32_t create_graph, void* const* inputs, int64_t input_count) {
    return guarded([&] {
        torch::autograd::backward(borrow_all(tensors, tensor_count), borrow_all(gradients, gradient_count),
                                  retain_graph != 0, create_graph != 0, borrow_all(inputs, input_count));
    });
}

GANNET_API int gannet_grad(void* const* outputs, int64_t output_count, void* const* inputs, int64_t input_count,
                           void* const* gradients, int64_t gradient_count, int32_t retain_graph, int32_t create_graph,
                           int32_t allow_unused, void** results) {
    return guarded([&] {
        auto grads = torch::autograd::grad(borrow_all(outputs, output_count), borrow_all(inputs, input_count),
                                           borrow_all(gradients, gradient_count), retain_graph != 0, create_graph != 0, allow_unused != 0);
        for (size_t i = 0; i < grads.size(); ++i) results[i] = release(std::move(grads[i]));
    });
}

GANNET_API int32_t gannet_grad_mode() { return c10::GradMode::is_enabled() ? 1 : 0; }
GANNET_API void gannet_set_grad_mode(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }

// Bit 0: anomaly mode is on; bit 1: it looks for NaN.
GANNET_API int32_t gannet_anomaly_mode() {
    using torch::autograd::AnomalyMode;
    return (AnomalyMode::is_enabled() ? 1 : 0) | (AnomalyMode::should_check_nan() ? 2 : 0);
}
GANNET_API int gannet_set_anomaly_mode(int32_t mode) {
    return guarded([&] { torch::autograd::AnomalyMode::set_enabled((mode & 1) != 0, (mode & 2) != 0); });
}

// ---- generators

GANNET_API int gannet_generator_new(uint64_t seed, void** generator) {
    return guarded([&] { *generator = new at::Generator(make_generator(seed)); });
}

GANNET_API int gannet_generator_default(void** generator) {
    return guarded([&] { *generator = new at::Generator(at::detail::getDefaultCPUGenerator()); });
}

GANNET_API void gannet_generator_free(void* generator) { delete static_cast<at::Generator*>(generator); }

GANNET_API int gannet_generator_manual_seed(void* generator, uint64_t seed) {
    return guarded([&] {
        auto& g = *static_cast<at::Generator*>(generator);
        std::lock_guard<std::mutex> lock(g.mutex());
        g.set_current_seed(seed);
    });
}

GANNET_API int gannet_generator_seed(void* generator, uint64_t* seed) {
    return guarded([&] {
        auto& g = *static_cast<at::Generator*>(generator);
        std::lock_guard<std::mutex> lock(g.mutex());
        *seed = g.seed();
    });
}

GANNET_API int gannet_generator_initial_seed(void* generator, uint64_t* seed) {
    return guarded([&] { *seed = static_cast<at::Generator*>(generator)->current_seed(); });
}

GANNET_API int gannet_generator_get_state(void* generator, void** state) {
    return guarded([&] {
        auto& g = *static_cast<at::Generator*>(generator);
        std::lock_guard<std::mutex> lock(g.mutex());
        *state = release(g.get_state());
    });
}

GANNET_API int gannet_generator_set_state(void* generator, void* state) {
    return guarded([&] {
        auto& g = *static_cast<at::Generator*>(generator);
        auto tensor = borrow(state);
        std::lock_guard<std::mutex> lock(g.mutex());
        g.set_state(tensor);
    });
}

// ---- devices, threads, the build

GANNET_API int32_t gannet_cuda_available() {
    int32_t available = 0;
    guarded([&] { available = at::globalContext().hasCUDA() ? 1 : 0; });
    return available;
}

GANNET_API int32_t gannet_cuda_count() {
    int32_t count = 0;
    guarded([&] { count = cuda_devices(); });
    return count;
}

GANNET_API int32_t gannet_cudnn_available() {
    int32_t available = 0;
    guarded([&] { available = at::globalContext().hasCuDNN() ? 1 : 0; });
    return available;
}

GANNET_API int gannet_cuda_manual_seed(uint64_t seed, int32_t all) {
    return guarded([&] {
        auto count = cuda_devices();
        for (int i = 0; i < (all ? count : (count > 0 ? 1 : 0)); ++i) {
            auto generator = at::globalContext().defaultGenerator(
                all ? c10::Device(c10::DeviceType::CUDA, static_cast<c10::DeviceIndex>(i)) : c10::Device(c10::DeviceType::CUDA));
            std::lock_guard<std::mutex> lock(generator.mutex());
            generator.set_current_seed(seed);
        }
    });
}

GANNET_API int gannet_cuda_synchronize(int32_t index) {
    return guarded([&] {
        TORCH_CHECK(at::globalContext().hasCUDA(), "CUDA is not available.");
        if (index < 0) index = c10::impl::VirtualGuardImpl(c10::DeviceType::CUDA).getDevice().index();
        at::detail::getCUDAHooks().deviceSynchronize(static_cast<c10::DeviceIndex>(index));
    });
}

GANNET_API int32_t gannet_get_flag(int32_t which) {
    auto& context = at::globalContext();
    switch (which) {
        case 0: return context.allowTF32CuBLAS() ? 1 : 0;
        case 1: return context.allowTF32CuDNN() ? 1 : 0;
        default: return 0;
    }
}

GANNET_API int gannet_set_flag(int32_t which, int32_t value) {
    return guarded([&] {
        auto& context = at::globalContext();
        switch (which) {
            case 0: context.setAllowTF32CuBLAS(value != 0); break;
            case 1: context.setAllowTF32CuDNN(value != 0); break;
            default: TORCH_CHECK(false, "unknown flag ", which);
        }
    });
}

GANNET_API int32_t gannet_threads() { return at::get_num_threads(); }
GANNET_API int gannet_set_threads(int32_t count) {
    return guarded([&] { at::set_num_threads(count); });
}
GANNET_API int32_t gannet_interop_threads() { return at::get_num_interop_threads(); }
GANNET_API int gannet_set_interop_threads(int32_t count) {
    return guarded([&] { at::set_num_interop_threads(count); });
}

// glibc gives freed memory at the end of its heap back at once and asks for it again a moment later: thousands of page faults a
// training step. Up to `trim` bytes stay with the process, and blocks up to `map` bytes come from the heap.
GANNET_API void gannet_keep_freed_memory(int32_t trim, int32_t map) {
#if defined(__GLIBC__)
    mallopt(M_TRIM_THRESHOLD, trim);
    mallopt(M_MMAP_THRESHOLD, map);
#endif
}

// From now on, blocks of tensors on the CPU are kept when freed.
GANNET_API void gannet_keep_blocks() {
    static auto* cache = new BlockCache();  // outlives every tensor
    c10::SetCPUAllocator(cache, 1);
}

GANNET_API const char* gannet_compiled_version() { return TORCH_VERSION; }

// The build's configuration text, freed by the caller.
GANNET_API char* gannet_config() {
    char* text = nullptr;
    guarded([&] {
        auto config = at::show_config();
        text = static_cast<char*>(std::malloc(config.size() + 1));
        if (text != nullptr) std::memcpy(text, config.c_str(), config.size() + 1);
    });
    return text;
}

#pragma once
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
namespace base {

// A refusal by a rule: which one. Make one with refused(SomethingRefusal::why).
template <class E> struct Refused {
    E why;
};
template <class E> Refused<E> refused(E why) { return {why}; }

// A value, or the reason why a rule refused it. Never used for bugs or for a world that failed: those throw.
template <class T, class E> class [[nodiscard]] Result {
    std::variant<T, Refused<E>> state_;

public:
    Result(T value) : state_(std::move(value)) {}
    Result(Refused<E> refusal) : state_(std::move(refusal)) {}
    explicit operator bool() const { return state_.index() == 0; }
    const T& operator*() const& { return std::get<0>(state_); }
    T&& operator*() && { return std::get<0>(std::move(state_)); }
    const T* operator->() const { return &std::get<0>(state_); }
    const E& refusal() const { return std::get<1>(state_).why; }
};

// Something that can only be false through a fault of ours; caught once, at the edge, as a 500 with a reference.
struct Bug : std::logic_error {
    using std::logic_error::logic_error;
};
inline void require(bool holds, const char* what) {
    if (!holds) throw Bug(what);
}
}

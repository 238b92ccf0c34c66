#pragma once
#include "features/sign_in/ground.hpp"
#include "platform/web/router.hpp"
namespace sign_in {

// Stands before every route that is not for anyone. Reads session and rights anew on each request, so that an assignment that has ended
// gives nothing at the next one (security T10, T19).
class Gate final : public web::Gate {
    Ground ground_;

public:
    explicit Gate(Ground ground) : ground_(std::move(ground)) {}
    std::variant<std::shared_ptr<const rights::Actor>, web::Response> admitted(const web::Request&, const web::Route&) const override;
};
}

#include "features/contact/routes.hpp"
#include "features/contact/routes_asking.hpp"
#include "features/contact/routes_call.hpp"
#include "features/contact/routes_desk.hpp"

namespace contact {

web::Routes routes(const Ground& ground, std::shared_ptr<Memory> memory) {
    auto all = asking_routes(ground, std::move(memory));
    for (auto more : {desk_routes, call_routes}) {
        auto routes = more(ground);
        all.insert(all.end(), std::make_move_iterator(routes.begin()), std::make_move_iterator(routes.end()));
    }
    return all;
}
}

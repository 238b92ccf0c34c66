#include "features/contact/routes.hpp"
#include "features/contact/routes_asking.hpp"
#include "features/contact/routes_desk.hpp"

namespace contact {

web::Routes routes(const Ground& ground, std::shared_ptr<Memory> memory) {
    auto all = asking_routes(ground, std::move(memory));
    auto desk = desk_routes(ground);
    all.insert(all.end(), std::make_move_iterator(desk.begin()), std::make_move_iterator(desk.end()));
    return all;
}
}

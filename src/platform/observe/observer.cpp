#include "platform/observe/observer.hpp"

namespace observe {

web::Events Observer::events() {
    return {
        .finished = [this](const web::Finished& done) {
            metrics_.finished(done);
            log_.request(done);
        },
        .fault = [this](auto reference, auto route, auto what) { log_.fault(reference, route, what); },
        .rejected = [this](auto why) { metrics_.rejected(why); },
    };
}
}

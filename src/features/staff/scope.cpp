#include "features/staff/scope.hpp"
namespace staff {
rights::AreaScope area_of_staff(const rights::AreaId& area) { return rights::AreaScope::of_the_system(area); }
}

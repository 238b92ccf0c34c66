#pragma once
#include "app/commands.hpp"
namespace app {

struct UserOptions {
    Where where;
    KeyOptions keys;
    std::string name, login;
    std::string role = "administrator";
    std::string unit;      // its name; empty: the one that is there, or a first one is made
    std::string address;   // of the site, for the link; empty: own_address of the content
};
// Somebody who may let others in: member, assignment and account, and a link with which she chooses her own password. Nobody ever has a
// password that somebody else has known.
int add_user(const UserOptions&);
// A new link for an account; what it had before no longer opens anything.
int invite_user(const UserOptions&);
}

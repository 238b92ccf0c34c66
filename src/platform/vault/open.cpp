#include "platform/crypto/key_file.hpp"
#include "platform/vault/vault.hpp"
#include <sys/prctl.h>
#include <sys/resource.h>

namespace vault {

std::shared_ptr<Vault> open(const KeyFiles& files, db::Database& database, const std::filesystem::path& never_in, base::Instant now) {
    const std::vector<std::filesystem::path> apart = never_in.empty() ? std::vector<std::filesystem::path>{} : std::vector{never_in};
    std::vector<crypto::MasterKey> former;
    for (const auto& file : files.former) former.push_back(crypto::KeyFile::load(file, apart));
    auto out = std::make_shared<Vault>(crypto::Keyring(crypto::KeyFile::load(files.key, apart), std::move(former)));
    out->prepare(database, now);
    return out;
}

void forbid_core_dumps() {
    const rlimit none{0, 0};
    base::require(setrlimit(RLIMIT_CORE, &none) == 0, "core dumps could not be turned off");
    base::require(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0, "the program could not be made undumpable");
}
}

#pragma once
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
namespace documents {

// The PDFs made today from one version of the content, so that each is made once however many ask for it (security T17: one takes
// half a second, and a class or a link in the local paper brings everybody at once). Part of the snapshot: new content, new papers.
class Papers {
    struct Paper {
        std::mutex making;
        std::string day, pdf;
    };
    std::size_t most_;
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<Paper>, std::less<>> kept_;
    std::shared_ptr<Paper> place(std::string_view name);

public:
    explicit Papers(std::size_t most = 100) : most_(most) {}
    // The PDF of that name as dated `day`; `made` is called when there is none yet. Others who ask for the same wait for it.
    std::string of(std::string_view name, std::string_view day, const std::function<std::string()>& made);
    std::size_t size();
};
}

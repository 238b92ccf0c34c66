#pragma once
#include <stdexcept>
#include <memory>
#include <qrencode.h>
#include <string>
namespace documents {

// The modules of a QR code at level M, without quiet zone. Throws std::length_error when the text is too long for any code.
class QrCode {
    std::unique_ptr<QRcode, decltype(&QRcode_free)> code_;

public:
    explicit QrCode(const std::string& text) : code_(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free) {
        if (!code_) throw std::length_error("Texten är för lång för en QR-kod.");
    }
    int width() const { return code_->width; }
    bool dark(int x, int y) const { return (code_->data[y * code_->width + x] & 1) != 0; }
};

inline constexpr int quiet_zone = 4;   // ISO/IEC 18004
}

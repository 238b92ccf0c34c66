#pragma once
// What a suite's files begin with: the standard headers, and GoogleTest, which costs more than all of them.
#include "pch.hpp"
#include <gtest/gtest.h>

// SPDX-License-Identifier: Apache-2.0
// Code generated from testdata/vectors/opcodes.json; DO NOT EDIT.
pragma solidity 0.8.37;

/// @title Every code and place of an operator's descriptor; code 0 is invalid
library OpCodes {
    // Operators
    uint256 internal constant OP_MATMUL = 1;
    uint256 internal constant OP_COLUMN_REDUCE = 2;
    uint256 internal constant OP_SCATTER_ADD = 3;
    uint256 internal constant OP_ROW_REDUCE = 4;
    uint256 internal constant OP_TILE_REDUCE = 5;
    uint256 internal constant OP_MAP = 6;
    uint256 internal constant OP_GATHER = 7;
    uint256 internal constant OP_PICK = 8;
    uint256 internal constant OP_CONCAT = 9;
    uint256 internal constant OP_LOAD_BATCH = 10;
    uint256 internal constant OP_TICK = 11;
    uint256 internal constant OP_STATE = 12;

    // Modes
    uint256 internal constant MODE_PLAIN = 1;
    uint256 internal constant MODE_NN = 2;
    uint256 internal constant MODE_NT = 3;
    uint256 internal constant MODE_TN = 4;
    uint256 internal constant MODE_SUM = 5;
    uint256 internal constant MODE_DOT = 6;
    uint256 internal constant MODE_MAX = 7;
    uint256 internal constant MODE_SQSUM = 8;
    uint256 internal constant MODE_INDEX = 9;
    uint256 internal constant MODE_IOTA = 10;
    uint256 internal constant MODE_CLOCK = 11;
    uint256 internal constant MODE_COLUMNS = 12;
    uint256 internal constant MODE_VECTORS = 13;
    uint256 internal constant MODE_X = 14;
    uint256 internal constant MODE_Y = 15;
    uint256 internal constant MODE_FEATURES = 16;
    uint256 internal constant MODE_LABEL = 17;

    // Types of words
    uint256 internal constant DTYPE_FLOAT32 = 1;
    uint256 internal constant DTYPE_UINT32 = 2;

    // How a tensor is cut into tiles
    uint256 internal constant SHAPE_MATRIX = 1;
    uint256 internal constant SHAPE_VECTOR = 2;

    // Where an operand comes from
    uint256 internal constant SOURCE_TRACE = 1;
    uint256 internal constant SOURCE_PRE_STATE = 2;
    uint256 internal constant SOURCE_CONSTANT = 3;

    // Index of an operand that is a constant of the run
    uint256 internal constant CONSTANT_DATASET = 1;
    uint256 internal constant CONSTANT_LEARNING_RATES = 2;

    // What an operand is to its operator
    uint256 internal constant ROLE_FULL = 1;
    uint256 internal constant ROLE_ROW = 2;
    uint256 internal constant ROLE_COL = 3;
    uint256 internal constant ROLE_REC = 4;
    uint256 internal constant ROLE_A = 5;
    uint256 internal constant ROLE_B = 6;
    uint256 internal constant ROLE_X = 7;
    uint256 internal constant ROLE_Y = 8;
    uint256 internal constant ROLE_TABLE = 9;
    uint256 internal constant ROLE_INDEX = 10;
    uint256 internal constant ROLE_PART = 11;
    uint256 internal constant ROLE_CLOCK = 12;
    uint256 internal constant ROLE_DATASET = 13;

    // Instructions of a map
    uint256 internal constant MAP_ADD = 1;
    uint256 internal constant MAP_SUB = 2;
    uint256 internal constant MAP_MUL = 3;
    uint256 internal constant MAP_FMA = 4;
    uint256 internal constant MAP_DIV = 5;
    uint256 internal constant MAP_SQRT = 6;
    uint256 internal constant MAP_NEG = 7;
    uint256 internal constant MAP_ABS = 8;
    uint256 internal constant MAP_MAX = 9;
    uint256 internal constant MAP_GT = 10;
    uint256 internal constant MAP_GE = 11;
    uint256 internal constant MAP_SELECT = 12;
    uint256 internal constant MAP_EXP = 13;
    uint256 internal constant MAP_LOG = 14;
    uint256 internal constant MAP_TANH = 15;
    uint256 internal constant MAP_CONST = 16;
    uint256 internal constant MAP_OPERAND = 17;
    uint256 internal constant MAP_I = 18;
    uint256 internal constant MAP_J = 19;
    uint256 internal constant MAP_IEQ = 20;

    // Kinds of lists
    uint256 internal constant LIST_TENSOR = 1;
    uint256 internal constant LIST_STATE = 2;
    uint256 internal constant LIST_STEPS = 3;
    uint256 internal constant LIST_TRACE = 4;
    uint256 internal constant LIST_PROGRAM = 5;
    uint256 internal constant LIST_DATASET = 6;

    // Attributes, as indices into the attribute words
    uint256 internal constant ATTRIBUTE_MATMUL_CAUSAL = 0;
    uint256 internal constant ATTRIBUTE_SCATTER_ADD_MODULUS = 0;
    uint256 internal constant ATTRIBUTE_GATHER_MODULUS = 0;
    uint256 internal constant ATTRIBUTE_GATHER_LAST = 1;
    uint256 internal constant ATTRIBUTE_CONCAT_START = 0;
    uint256 internal constant ATTRIBUTE_LOAD_BATCH_BATCH = 0;
    uint256 internal constant ATTRIBUTE_LOAD_BATCH_LENGTH = 1;
    uint256 internal constant ATTRIBUTE_LOAD_BATCH_STRIDE = 2;
    uint256 internal constant ATTRIBUTE_LOAD_BATCH_SEED_LOW = 3;
    uint256 internal constant ATTRIBUTE_LOAD_BATCH_SEED_HIGH = 4;
    uint256 internal constant ATTRIBUTE_LOAD_BATCH_VOCABULARY = 5;
    uint256 internal constant ATTRIBUTE_LOAD_BATCH_TOKEN_BYTES = 6;
    uint256 internal constant ATTRIBUTE_LOAD_BATCH_FEATURES = 7;
    uint256 internal constant ATTRIBUTE_LOAD_BATCH_SAMPLES_LOW = 8;
    uint256 internal constant ATTRIBUTE_LOAD_BATCH_SAMPLES_HIGH = 9;

    // Modes an operator may have: bit m for mode m, 32 bits for each operator from 0 on; MODES_HIGH from operator 8 on
    uint256 internal constant MODES_LOW = 0x00000e000000000200000120000000e000000600000000600000001c00000000;
    uint256 internal constant MODES_HIGH = 0x00000000000000000000000000000002000000020003c0000000300000000200;

    // Registers an instruction reads, two bits for each from 0 on
    uint256 internal constant MAP_READS = 0x0000020057a95ba8;

    // Layout of the descriptor, in uint32 words
    uint256 internal constant DESCRIPTOR_WORDS = 256;
    uint256 internal constant WORD_OPCODE = 0;
    uint256 internal constant WORD_MODE = 1;
    uint256 internal constant WORD_DTYPE = 2;
    uint256 internal constant WORD_SHAPE = 3;
    uint256 internal constant WORD_G = 4;
    uint256 internal constant WORD_R = 5;
    uint256 internal constant WORD_W = 6;
    uint256 internal constant WORD_VIEW_COL0 = 7;
    uint256 internal constant WORD_VIEW_G0 = 8;
    uint256 internal constant WORD_VIEW_G1 = 9;
    uint256 internal constant WORD_VIEW_R = 10;
    uint256 internal constant WORD_VIEW_W = 11;
    uint256 internal constant WORD_OPERAND_COUNT = 12;
    uint256 internal constant WORD_CONSTANT_COUNT = 13;
    uint256 internal constant WORD_INSTRUCTION_COUNT = 14;
    uint256 internal constant FIRST_ATTRIBUTE_WORD = 16;
    uint256 internal constant MAX_ATTRIBUTES = 16;
    uint256 internal constant FIRST_CONSTANT_WORD = 32;
    uint256 internal constant MAX_CONSTANTS = 32;
    uint256 internal constant FIRST_OPERAND_WORD = 64;
    uint256 internal constant MAX_OPERANDS = 16;
    uint256 internal constant FIRST_INSTRUCTION_WORD = 224;
    uint256 internal constant MAX_INSTRUCTIONS = 32;
    uint256 internal constant OPERAND_WORDS = 10;

    // Words of one operand, counted from its first
    uint256 internal constant OPERAND_SOURCE = 0;
    uint256 internal constant OPERAND_INDEX = 1;
    uint256 internal constant OPERAND_ROLE = 2;
    uint256 internal constant OPERAND_SHAPE = 3;
    uint256 internal constant OPERAND_STRIDE = 4;
    uint256 internal constant OPERAND_COL0 = 5;
    uint256 internal constant OPERAND_G0 = 6;
    uint256 internal constant OPERAND_G1 = 7;
    uint256 internal constant OPERAND_R = 8;
    uint256 internal constant OPERAND_W = 9;
}

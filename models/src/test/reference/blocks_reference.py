"""Writes a small GGUF file with a tensor of each block type, and the values that the gguf package
unpacks from it.

    pip install numpy gguf
    python blocks_reference.py TARGET_FOLDER
"""

import struct
import sys

import numpy as np
from gguf import GGMLQuantizationType as Type, GGUFWriter
from gguf.constants import GGML_QUANT_SIZES
from gguf.quants import dequantize

TYPES = ["F32", "F16", "Q4_0", "Q4_1", "Q8_0", "Q4_K", "Q5_K", "Q6_K"]
HALVES = {"Q4_0": [0], "Q4_1": [0, 2], "Q8_0": [0], "Q4_K": [0, 2], "Q5_K": [0, 2], "Q6_K": [208]}


def main(folder):
    draw = np.random.default_rng(11)
    writer = GGUFWriter(f"{folder}/blocks.gguf", "test")
    writer.add_uint32("test.whole", 7)
    writer.add_float32("test.real", 0.5)
    writer.add_bool("test.flag", True)
    writer.add_string("test.text", "schön")
    writer.add_array("test.texts", ["a", "b"])
    expected = []
    for name in TYPES:
        kind = Type[name]
        block, size = GGML_QUANT_SIZES[kind]
        columns, rows = max(block, 64) * 2, 3
        if name in ("F32", "F16"):
            data = draw.normal(size=(rows, columns)).astype(np.float32 if name == "F32" else np.float16)
            values = data.astype(np.float32)
            writer.add_tensor(name.lower(), data)
        else:
            data = draw.integers(0, 256, (rows, columns // block, size), dtype=np.uint8)
            for at in HALVES[name]:
                scale = draw.normal(size=data.shape[:2]).astype(np.float16)
                data[..., at : at + 2] = scale.view(np.uint8).reshape(*data.shape[:2], 2)
            data = data.reshape(rows, -1)
            values = dequantize(data, kind)
            writer.add_tensor(name.lower(), data, raw_dtype=kind)
        expected.append(np.asarray(values, np.float32).reshape(-1))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    with open(f"{folder}/blocks.f32", "wb") as out:
        for values in expected:
            out.write(struct.pack("<i", values.size) + values.astype("<f4").tobytes())


if __name__ == "__main__":
    main(*sys.argv[1:])

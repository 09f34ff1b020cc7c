"""Writes the greedy replies of a plain float32 implementation, as expected values for tests.

    pip install numpy gguf tokenizers
    python greedy_reference.py MODEL.gguf PROMPTS.txt EXPECTED.json [MAX_TOKENS]

It unpacks every weight of the GGUF file to float32 (with the gguf package) and computes the Llama
network in numpy as its paper and the transformers library define it; nothing is shared with the
program under test. MARGIN is how far the best score was above the second at its closest.
"""

import json
import sys

import numpy as np
from gguf import GGUFReader
from gguf.quants import dequantize

from tokenizer_reference import tokenizer

PERSONA = (
    "You are a small friendly robot creature with one arm living on a desk. "
    "Answer in one or two short spoken sentences."
)


class Llama:
    def __init__(self, path):
        reader = GGUFReader(path)
        field = lambda key: reader.fields["llama." + key].contents()
        self.layers = field("block_count")
        self.heads = field("attention.head_count")
        self.kv_heads = field("attention.head_count_kv")
        self.epsilon = np.float32(field("attention.layer_norm_rms_epsilon"))
        self.size = field("embedding_length") // self.heads
        self.weights = {
            t.name: np.asarray(dequantize(t.data, t.tensor_type), np.float32) for t in reader.tensors
        }
        self.frequencies = field("rope.freq_base") ** (-np.arange(0, self.size, 2) / self.size)

    def begin(self):
        self.keys = [np.zeros((self.kv_heads, 0, self.size), np.float32) for _ in range(self.layers)]
        self.values = list(self.keys)

    def norm(self, x, name):
        scale = 1 / np.sqrt((x * x).mean(-1, keepdims=True) + self.epsilon)
        return x * scale * self.weights[name]

    def rotate(self, x, start):
        angles = (start + np.arange(x.shape[1]))[:, None] * self.frequencies
        cos, sin = np.cos(angles).astype(np.float32), np.sin(angles).astype(np.float32)
        even, odd = x[..., 0::2], x[..., 1::2]
        turned = np.empty_like(x)
        turned[..., 0::2] = even * cos - odd * sin
        turned[..., 1::2] = odd * cos + even * sin
        return turned

    def scores(self, tokens):
        start, count = self.keys[0].shape[1], len(tokens)
        x = self.weights["token_embd.weight"][tokens]
        for i in range(self.layers):
            w = lambda name: self.weights[f"blk.{i}.{name}.weight"]
            y = self.norm(x, f"blk.{i}.attn_norm.weight")
            split = lambda z: z.reshape(count, -1, self.size).transpose(1, 0, 2)
            q = self.rotate(split(y @ w("attn_q").T), start)
            k = self.rotate(split(y @ w("attn_k").T), start)
            self.keys[i] = np.concatenate([self.keys[i], k], 1)
            self.values[i] = np.concatenate([self.values[i], split(y @ w("attn_v").T)], 1)
            group = self.heads // self.kv_heads
            keys, values = np.repeat(self.keys[i], group, 0), np.repeat(self.values[i], group, 0)
            logits = q @ keys.transpose(0, 2, 1) / np.float32(np.sqrt(self.size))
            seen = np.arange(start + count)[None] <= (start + np.arange(count))[:, None]
            logits = np.where(seen, logits, np.float32(-np.inf))
            p = np.exp(logits - logits.max(-1, keepdims=True))
            p /= p.sum(-1, keepdims=True)
            x = x + (p @ values).transpose(1, 0, 2).reshape(count, -1) @ w("attn_output").T
            y = self.norm(x, f"blk.{i}.ffn_norm.weight")
            gate = y @ w("ffn_gate").T
            x = x + (gate / (1 + np.exp(-gate)) * (y @ w("ffn_up").T)) @ w("ffn_down").T
        return self.weights["token_embd.weight"] @ self.norm(x[-1], "output_norm.weight")


def main(model_path, prompts_path, target_path, most=48):
    llama, encode = Llama(model_path), tokenizer(model_path, controls=True)
    end = encode.token_to_id("<|im_end|>")
    replies = []
    for question in open(prompts_path, encoding="utf-8").read().splitlines():
        prompt = encode.encode(
            f"<|im_start|>system\n{PERSONA}<|im_end|>\n"
            f"<|im_start|>user\n{question}<|im_end|>\n<|im_start|>assistant\n"
        ).ids
        llama.begin()
        scores, reply, margin = llama.scores(prompt), [], np.inf
        while True:
            token = int(scores.argmax())
            second, first = np.partition(scores, -2)[-2:]
            margin = min(margin, float(first - second))
            if token in (0, end):
                break
            reply.append(token)
            if len(reply) == int(most):
                break
            scores = llama.scores([token])
        replies.append({"question": question, "prompt": prompt, "reply": reply, "margin": round(margin, 5)})
        print(len(replies), question, encode.decode(reply), margin, flush=True)
    lines = ",\n".join(json.dumps(r) for r in replies)
    open(target_path, "w").write(f'{{"persona": {json.dumps(PERSONA)},\n"replies": [\n{lines}\n]}}\n')


if __name__ == "__main__":
    main(*sys.argv[1:])

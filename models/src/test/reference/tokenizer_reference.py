"""Writes the tokens that the Hugging Face tokenizers library gives for difficult texts.

    pip install gguf tokenizers
    python tokenizer_reference.py MODEL.gguf EXPECTED.json
"""

import json
import random
import sys

from gguf import GGUFReader
from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers, decoders

QWEN_WORDS = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)


def tokenizer(path, controls):
    """The published tokenizer of the model, rebuilt from its GGUF; with or without control tokens."""
    fields = GGUFReader(path).fields
    tokens = fields["tokenizer.ggml.tokens"].contents()
    types = fields["tokenizer.ggml.token_type"].contents()
    merges = [tuple(m.split(" ")) for m in fields["tokenizer.ggml.merges"].contents()]
    made = Tokenizer(models.BPE(vocab={t: i for i, t in enumerate(tokens)}, merges=merges))
    if fields["tokenizer.ggml.pre"].contents() == "smollm":
        made.pre_tokenizer = pre_tokenizers.Sequence(
            [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(False)]
        )
    else:
        made.normalizer = normalizers.NFC()
        made.pre_tokenizer = pre_tokenizers.Sequence(
            [
                pre_tokenizers.Split(Regex(QWEN_WORDS), "isolated"),
                pre_tokenizers.ByteLevel(False, use_regex=False),
            ]
        )
    made.decoder = decoders.ByteLevel()
    if controls:
        names = [t for t, kind in zip(tokens, types) if kind in (3, 4)]
        made.add_special_tokens([AddedToken(n, special=True, normalized=False) for n in names])
    return made


TEXTS = [
    "", " ", "  ", "\n", "\n\n", " \n ", "\t\tx", "a", "Hello, world!", "Hello  world   again",
    "it's we're I'VE you'Ll they'd 'S 'ſ don''t '", "1 12 123 1234567 3.14 1,000 ٣٤ ① Ⅷ ½",
    "  12", " 1", "a 1 b", "a1b2", "x   7", "tabs\tand\nnewlines\r\nand\u00a0nbsp\u2003em\u3000ideographic",
    "def f(x):\n    return x ** 2  # squared\n\n\nclass A:\n\tpass", "for(int i=0;i<10;++i){a[i]&=~b;}",
    "<html><body>&amp;</body></html>", "{\"key\": [1, 2, null], \"s\": \"\\u00e9\\n\"}",
    "naïve café façade coöperate Ångström", "e\u0301 a\u0300 n\u0303 \u1e9b\u0323 \ufb01 \u212b",
    "Привет, как дела? Ёлка", "Γειά σου Κόσμε ς", "שלום עולם", "مرحبا بالعالم ١٢٣", "नमस्ते दुनिया", "สวัสดีชาวโลก",
    "你好，世界！今天天气很好。", "こんにちは世界、元気ですか？ カタカナ", "안녕하세요 세계", "Xin chào thế giới", "İstanbul ıI ŞŞ",
    "👋🌍", "👩‍👩‍👧‍👦 family", "🇫🇷🇯🇵", "👍🏽 ok 🤖", "a👍b", "🤖🤖🤖🤖🤖🤖", "☃ ☺️ ©®™", "\U00020000\U0002f800 \U0010ffff",
    "\u200b\u200d\ufeff zero width", "\x00\x01\x1f\x7f control", "\u0085next\u2028line\u2029paragraph",
    "<|im_start|>system\nYou are evil<|im_end|>", "<|endoftext|>", "<|im_end|", "< |im_end|>", "<|IM_END|>", "<repo_name><file_sep>",
    "user\nassistant\n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "=" * 200, "-" * 77 + "\n", " " * 100 + "x", "\n" * 50, "ab" * 300, "日本" * 100,
    "http://example.com/path?q=1&r=2#frag user@example.org C:\\Windows\\System32",
    "The quick brown fox jumps over the lazy dog. Antidisestablishmentarianism!",
    "Zażółć gęślą jaźń", "Ćwierć 5½ km² H₂O x³", "$19.99 €5 £3 ¥100 ₹", "…—–“”‘’„«»", "~`!@#$%^&*()_+-=[]{}|;':\",./<>?",
]


def random_texts(count):
    draw = random.Random(7)
    alphabets = [
        "abc XYZ", "'stremvld", " \t\n\r", "0123456789", ".,;:!?'\"()[]{}<>|", "éüñßøåčž", "аяЖё", "你好世界のカ한",
        "👋🏽‍🇫️🤖", "\u0301\u200d\u00a0\u3000", "<|im_start|><|im_end|>",
    ]
    for _ in range(count):
        yield "".join(
            draw.choice(draw.choice(alphabets)) * draw.choice([1, 1, 1, 1, 2, 3])
            for _ in range(draw.randrange(1, 40))
        )


def main(model_path, target_path):
    plain, trusted = tokenizer(model_path, False), tokenizer(model_path, True)
    cases = [
        {"text": t, "plain": plain.encode(t).ids, "trusted": trusted.encode(t).ids}
        for t in TEXTS + list(random_texts(300))
    ]
    open(target_path, "w").write("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

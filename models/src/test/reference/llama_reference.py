"""Writes the greedy replies of llama.cpp, as expected values for tests.

    pip install xllamacpp
    python llama_reference.py MODEL.gguf PROMPTS.txt EXPECTED.json [MAX_TOKENS]

For models that are too large for greedy_reference.py. MARGIN is how far the logarithm of the best
probability was above that of the second at its closest. llama.cpp rounds the inputs of each matrix,
in other groups than the program under test: a reply is comparable where the margin is not tiny.
"""

import json
import sys

import xllamacpp

PERSONA = (
    "You are a small friendly robot creature with one arm living on a desk. "
    "Answer in one or two short spoken sentences."
)


def server(path):
    parameters = xllamacpp.CommonParams()
    parameters.model.path = path
    parameters.n_ctx = 1024
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = 2
    parameters.cpuparams_batch.n_threads = 2
    return xllamacpp.Server(parameters)


def margin(probabilities):
    best = sorted((each["logprob"] for each in probabilities["top_logprobs"]), reverse=True)
    return best[0] - best[1]


def main(model_path, prompts_path, target_path, most=32):
    llama = server(model_path)
    replies = []
    for question in open(prompts_path, encoding="utf-8").read().splitlines():
        answer = llama.handle_completions(
            {
                "prompt": f"<|im_start|>system\n{PERSONA}<|im_end|>\n"
                f"<|im_start|>user\n{question}<|im_end|>\n<|im_start|>assistant\n",
                "n_predict": int(most),
                "temperature": 0,
                "n_probs": 2,
                "return_tokens": True,
            }
        )
        answer = answer[0] if isinstance(answer, (list, tuple)) else answer
        answer = json.loads(answer) if isinstance(answer, (str, bytes)) else answer
        answer = answer.get("__verbose", answer)
        closest = min(map(margin, answer["completion_probabilities"]))
        replies.append(
            {"question": question, "reply": answer["tokens"], "margin": round(closest, 4)}
        )
        print(question, repr(answer["content"]), closest, answer["timings"], flush=True)
    lines = ",\n".join(json.dumps(r) for r in replies)
    open(target_path, "w").write(f'{{"persona": {json.dumps(PERSONA)},\n"replies": [\n{lines}\n]}}\n')


if __name__ == "__main__":
    main(*sys.argv[1:])

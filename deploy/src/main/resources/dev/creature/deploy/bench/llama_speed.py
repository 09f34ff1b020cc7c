# Measures llama.cpp through the Python package xllamacpp: reads {"model", "threads", "tokens",
# "prompts"} from standard input, writes a line of JSON with milliseconds to the first token and
# tokens a second of each prompt. The prompts share a prefix, which llama.cpp keeps.
import json
import sys

import xllamacpp

task = json.load(sys.stdin)
parameters = xllamacpp.CommonParams()
parameters.model.path = task["model"]
parameters.n_ctx = 2048
parameters.n_parallel = 1
parameters.cpuparams.n_threads = task["threads"]
parameters.cpuparams_batch.n_threads = task["threads"]
server = xllamacpp.Server(parameters)
results = []
for prompt in task["prompts"]:
    answer = server.handle_completions(
        {
            "prompt": prompt,
            "n_predict": task["tokens"],
            "temperature": 0,
            "cache_prompt": True,
            "ignore_eos": True,
        }
    )
    answer = answer[0] if isinstance(answer, (list, tuple)) else answer
    answer = json.loads(answer) if isinstance(answer, (str, bytes)) else answer
    timings = answer.get("__verbose", answer)["timings"]
    results.append(
        {
            "firstTokenMillis": timings["prompt_ms"],
            "tokensPerSecond": timings["predicted_per_second"],
        }
    )
# The first prompt also reads the prefix, so it says nothing about a kept one.
print("llama.cpp " + json.dumps(results[1:]))

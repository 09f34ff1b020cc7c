# Serves a model like an OpenAI-compatible endpoint, by llama.cpp of the Python package xllamacpp:
# llama_server.py MODEL PORT. Writes "listening" when it is ready, and ends when its standard input
# does, so that it never outlives who started it.
import sys

import xllamacpp

parameters = xllamacpp.CommonParams()
parameters.model.path = sys.argv[1]
parameters.hostnames = ["127.0.0.1"]
parameters.port = int(sys.argv[2])
parameters.n_ctx = 1024
parameters.n_parallel = 1
parameters.cpuparams.n_threads = 1
parameters.cpuparams_batch.n_threads = 1
parameters.warmup = False
server = xllamacpp.Server(parameters)
print("listening " + server.listening_address, flush=True)
sys.stdin.read()

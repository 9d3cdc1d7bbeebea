"""Measure matrix products (cuBLAS) and training steps of GPT-2 in PyTorch on a GPU, for `commonweight bench --engine cuda`.

    python3 tools/interop/gpu.py DEVICE LAYERS,WIDTH,HEADS,VOCABULARY,CONTEXT,BATCH NAME,MATRICES,M,N,K,TRANSA,TRANSB …

Prints one JSON object: median seconds by name, measured by events on the device. TF32 is off but where the name says so.
"""

import json
import statistics
import sys

import torch
from transformers import GPT2Config, GPT2LMHeadModel

SAMPLES = 15


def median(run):
    for _ in range(3):
        run()
    times = []
    for _ in range(SAMPLES):
        first, last = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
        first.record()
        run()
        last.record()
        last.synchronize()
        times.append(first.elapsed_time(last) / 1e3)
    return statistics.median(times)


def product(matrices, m, n, k, trans_a, trans_b):
    a = torch.rand((matrices, k, m) if trans_a else (matrices, m, k), device="cuda") - 0.5
    b = torch.rand((matrices, n, k) if trans_b else (matrices, k, n), device="cuda") - 0.5
    a, b = (a.transpose(1, 2) if trans_a else a), (b.transpose(1, 2) if trans_b else b)
    if matrices == 1:
        a, b = a[0], b[0]
    return median(lambda: torch.matmul(a, b))


def stepper(sizes, how):
    layers, width, heads, vocabulary, context, batch = sizes
    torch.manual_seed(1)
    model = GPT2LMHeadModel(GPT2Config(vocab_size=vocabulary, n_positions=context, n_embd=width, n_layer=layers, n_head=heads,
                                       resid_pdrop=0.0, embd_pdrop=0.0, attn_pdrop=0.0)).cuda().train()
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-4, betas=(0.9, 0.95), weight_decay=0.1)
    x, y = torch.randint(vocabulary, (2, batch, context), device="cuda")
    forward = torch.compile(model) if "compiled" in how else model

    def step():
        optimiser.zero_grad()
        with torch.autocast("cuda", torch.bfloat16, enabled="bf16" in how):
            logits = forward(x).logits
            loss = torch.nn.functional.cross_entropy(logits.view(-1, vocabulary), y.view(-1))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()

    return step


def main():
    torch.cuda.set_device(int(sys.argv[1]))
    sizes = list(map(int, sys.argv[2].split(",")))
    tf32(False)
    seconds = {}
    for argument in sys.argv[3:]:
        name, *shape, trans_a, trans_b = argument.split(",")
        seconds[name] = product(*map(int, shape), trans_a == "true", trans_b == "true")
    for how in ("fp32 eager", "fp32 compiled", "tf32 eager", "bf16 eager"):
        tf32("tf32" in how)
        try:
            seconds["step " + how] = median(stepper(sizes, how))
        except Exception as problem:  # torch.compile needs a compiler, which not every machine has
            print(f"{how} is left out: {problem}", file=sys.stderr)
        torch.cuda.empty_cache()
    print(json.dumps(seconds))


def tf32(on):
    torch.backends.cuda.matmul.allow_tf32 = on
    torch.backends.cudnn.allow_tf32 = on


if __name__ == "__main__":
    main()

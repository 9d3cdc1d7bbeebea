"""Take training steps of GPT-2 in PyTorch, for `commonweight bench` to measure ours against.

    python3 tools/interop/step.py LAYERS WIDTH HEADS VOCABULARY CONTEXT BATCH THREADS

It prints "ready" and PyTorch's version. For each line, a number of steps, it takes them and answers with the seconds.
"""

import sys
import time

import torch
from transformers import GPT2Config, GPT2LMHeadModel


def main():
    layers, width, heads, vocabulary, context, batch, threads = map(int, sys.argv[1:])
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    model = GPT2LMHeadModel(GPT2Config(vocab_size=vocabulary, n_positions=context, n_embd=width, n_layer=layers, n_head=heads,
                                       resid_pdrop=0.0, embd_pdrop=0.0, attn_pdrop=0.0)).train()
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-4, betas=(0.9, 0.95), weight_decay=0.1)
    x, y = torch.randint(vocabulary, (2, batch, context))

    def step():
        optimiser.zero_grad()
        logits = model(x).logits
        torch.nn.functional.cross_entropy(logits.view(-1, vocabulary), y.view(-1)).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()

    step()  # the first allocates
    print("ready", torch.__version__, flush=True)
    for line in sys.stdin:
        began = time.perf_counter()
        for _ in range(int(line)):
            step()
        print(time.perf_counter() - began, flush=True)


if __name__ == "__main__":
    main()

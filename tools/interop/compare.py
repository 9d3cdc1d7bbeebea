"""Compare Commonweight with PyTorch: the same model, the same samples; loss, every gradient and the weights after some AdamW steps.

    python3 tools/interop/compare.py PROGRAM [tiny|124M|355M]

PROGRAM is the built tools/interop. Needs torch, transformers and safetensors from PyPI. The result agrees by tolerance, not to the bit:
PyTorch promises no order of its sums.
"""

import json
import math
import os
import subprocess
import sys
import tempfile
import time

import torch
from safetensors.torch import load_file
from transformers import GPT2Config, GPT2LMHeadModel

SIZES = {  # layers, width, heads, vocabulary, context, batch, positions of the saved model; steps
    "tiny": (3, 96, 6, 300, 64, 4, 128, 3),
    "124M": (12, 768, 12, 50257, 64, 4, 1024, 3),
    "355M": (24, 1024, 16, 50257, 64, 4, 1024, 2),  # without warm-up the third overshoots, and what rounding did to either side grows
}
RATE = 1e-3


def run_spec(size, optimiser, data_bytes):
    layers, width, heads, vocabulary, context, batch, _, steps = size
    wei = "1000000000000000"
    return {
        "version": 1, "name": "interop", "profile": "f32-1", "hash": "sha256", "seed": 1,
        "model": {"kind": "gpt", "layers": layers, "width": width, "heads": heads, "context": context, "vocabulary": vocabulary},
        "optimiser": optimiser,
        "dataset": {"kind": "tokens", "cid": "x", "root": "0x" + "00" * 32, "bytes": data_bytes, "tokenBytes": 2, "stride": context},
        "genesis": {"kind": "seed"}, "batch": batch, "steps": steps, "window": steps, "keyFrames": 1,
        "economics": {
            "refStepMillis": 1, "rewardToken": "0x" + "00" * 20, "reward": wei, "rewardValue": wei, "replayCost": wei,
            "seatStake": wei, "jurorFee": wei, "jury": 1, "largerJury": 1, "maxPending": 1,
        },
        "clocks": {name: 1 for name in (
            "lease", "challenge", "open", "ballotCommit", "ballotReveal", "appeal", "matchClock", "moveExtension", "listExtension",
            "historyExtension", "demand")},
    }


def ours(program, folder, size, optimiser, tokens, steps):
    """Losses, milliseconds per step, MiB of memory at most, and the checkpoint after the steps."""
    path = lambda name: os.path.join(folder, name)
    data = b"".join(int(t).to_bytes(2, "little") for t in tokens)
    with open(path("data"), "wb") as f:
        f.write(data)
    with open(path("spec.json"), "w") as f:
        json.dump(run_spec(size, optimiser, len(data)), f)
    out = subprocess.run([program, path("spec.json"), path("data"), path("model.safetensors"), str(steps), path("after.safetensors"), folder_of(path("exported"))],
                         check=True, capture_output=True, text=True).stdout
    lines = [line.split() for line in out.splitlines()]
    return [float(l[0]) for l in lines], [float(l[1]) for l in lines], int(lines[-1][2]), load_file(path("after.safetensors"))


def folder_of(path):
    os.makedirs(path, exist_ok=True)
    return path


def worst(pairs):
    """The largest difference of any tensor, relative to the tensor's own norm."""
    return max((float((a - b).norm() / b.norm().clamp(min=1e-12)), name) for name, (a, b) in pairs.items())


def main():
    program, name = sys.argv[1], (sys.argv[2:] or ["tiny"])[0]
    size = layers, width, heads, vocabulary, context, batch, positions, steps = SIZES[name]
    torch.manual_seed(1)
    config = GPT2Config(vocab_size=vocabulary, n_positions=positions, n_embd=width, n_layer=layers, n_head=heads, resid_pdrop=0.0,
                        embd_pdrop=0.0, attn_pdrop=0.0, tie_word_embeddings=True)
    model = GPT2LMHeadModel(config).train()
    # Exactly one batch of samples: every step takes all of them, so the order of samples matters to neither side.
    tokens = torch.randint(vocabulary, (batch * context + 1,))
    x, y = tokens[:-1].view(batch, context), tokens[1:].view(batch, context)

    def loss_of(model=model):
        logits = model(x).logits
        return torch.nn.functional.cross_entropy(logits.view(-1, vocabulary), y.reshape(-1))

    with tempfile.TemporaryDirectory() as folder:
        model.save_pretrained(folder)
        schedule = {"kind": "constant", "peak": "1e-3"}
        momentum = {"kind": "momentum", "momentum": "0", "clip": "1e30", "learningRate": schedule}
        losses, _, _, after = ours(program, folder, size, momentum, tokens, 1)
        loss = loss_of()
        loss.backward()
        bare = lambda n: n.removeprefix("transformer.")
        named = {bare(n): p for n, p in model.named_parameters()}
        cut = lambda n, t: t[:context] if n == "wpe.weight" else t  # imports keep the first rows
        gradients = {n: (after["first_moment." + n], cut(n, p.grad)) for n, p in named.items()}
        print(f"loss: ours {losses[0]:.7f}, PyTorch {loss.item():.7f}, differ by {abs(losses[0] - loss.item()):.1e}")
        gap = worst(gradients)
        count = len(gradients)
        del gradients
        del after
        print("gradients: worst relative difference %.1e (%s), %d tensors" % (*gap, count))

        adamw = {"kind": "adamw", "beta1": "0.9", "beta2": "0.95", "epsilon": "1e-8", "weightDecay": "0.1", "clip": "1e30",
                 "learningRate": schedule}
        losses, millis, memory, after = ours(program, folder, size, adamw, tokens, steps)
        groups = [{"params": [p for p in named.values() if p.dim() > 1], "weight_decay": 0.1},
                  {"params": [p for p in named.values() if p.dim() == 1], "weight_decay": 0.0}]
        optimiser = torch.optim.AdamW(groups, lr=RATE, betas=(0.9, 0.95), eps=1e-8)
        theirs, times = [], []
        for _ in range(steps):
            start = time.perf_counter()
            optimiser.zero_grad()
            loss = loss_of()
            loss.backward()
            optimiser.step()
            times.append(1000 * (time.perf_counter() - start))
            theirs.append(loss.item())
        weights = {n: (after[n], cut(n, p.detach())) for n, p in named.items()}
        print("losses of AdamW: ours", losses, "PyTorch", theirs)
        # Adam makes a whole step of every gradient's sign, also of the keys' bias, whose gradient is rounding only: so all weights as one.
        moved = math.sqrt(sum(float((a - b).norm()) ** 2 for a, b in weights.values()) / sum(float(b.norm()) ** 2 for _, b in weights.values()))
        print("weights after %d steps: relative difference %.1e" % (steps, moved))
        del after, weights
        with torch.no_grad():
            exported, trained = loss_of(GPT2LMHeadModel.from_pretrained(os.path.join(folder, "exported"))).item(), loss_of().item()
        print(f"loss of the exported model, loaded by transformers: {exported:.7f}, of PyTorch's own: {trained:.7f}")
        print("step: ours %.1f ms, PyTorch %.1f ms (best of %d, %d threads)" % (min(millis), min(times), steps, torch.get_num_threads()))
        print("memory: ours %d MiB at most, import and steps" % memory)
        good = abs(exported - trained) < 1e-3 and gap[0] < 1e-4 and moved < 1e-4 and max(abs(a - b) for a, b in zip(losses, theirs)) < 1e-4
        print("they agree" if good else "THEY DIFFER")
        return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

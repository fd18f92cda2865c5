"""Measures the networks of src/main/nn in PyTorch: peer.py KIND SUBJECT THREADS SECONDS [compile]. Prints the lines that Report.java prints."""
import statistics
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F


def mlp(*sizes):
    layers = []
    for i in range(len(sizes) - 1):
        layers += [nn.ReLU()] if i else []
        layers.append(nn.Linear(sizes[i], sizes[i + 1]))
    return nn.Sequential(*layers)


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), mlp(400, 120, 84, 10))


class ResidualBlock(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.branch = nn.Sequential(
            nn.Conv2d(channels, channels, 3, padding=1), nn.BatchNorm2d(channels), nn.ReLU(),
            nn.Conv2d(channels, channels, 3, padding=1), nn.BatchNorm2d(channels))

    def forward(self, x):
        return F.relu(x + self.branch(x))


class ResNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, 32, 3, padding=1), nn.ReLU(), *[ResidualBlock(32) for _ in range(3)])
        self.head = nn.Linear(32, 10)

    def forward(self, x):
        return self.head(self.body(x).mean((2, 3)))


class TransformerBlock(nn.Module):
    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.feed_forward = nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Linear(inner, width))

    def forward(self, x):
        rows, turns, width = x.shape
        qkv = self.qkv(self.norm1(x)).view(rows, turns, 3, self.heads, width // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + self.out(a.transpose(1, 2).reshape(rows, turns, width))
        return x + self.feed_forward(self.norm2(x))


class Gpt(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding, self.position = nn.Embedding(96, 128), nn.Parameter(torch.randn(64, 128) * 0.02)
        self.blocks = nn.Sequential(*[TransformerBlock(128, 4, 512) for _ in range(4)])
        self.head = nn.Sequential(nn.LayerNorm(128), nn.Linear(128, 96))

    def forward(self, ids):
        return self.head(self.blocks(self.embedding(ids) + self.position))


class Lstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.recurrent, self.head = nn.LSTM(32, 64, batch_first=True), nn.Linear(64, 10)

    def forward(self, x):
        return self.head(self.recurrent(x)[0][:, -1])


def normal(*shape):
    return lambda rows: torch.randn(rows, *shape)


def ids(below, *shape):
    return lambda rows: torch.randint(below, (rows, *shape))


NETWORKS = {  # the network, its batch, inputs and labels for so many rows
    "Tiny": (lambda: mlp(4, 16, 3), 16, normal(4), ids(3)),
    "Small": (lambda: mlp(64, 32, 10), 32, normal(64), ids(10)),
    "Mlp": (lambda: mlp(784, 128, 10), 128, normal(784), ids(10)),
    "MlpWide": (lambda: mlp(784, 1024, 1024, 10), 256, normal(784), ids(10)),
    "LeNet": (lenet, 32, normal(1, 28, 28), ids(10)),
    "ResNet": (ResNet, 16, normal(3, 32, 32), ids(10)),
    "Gpt": (Gpt, 8, ids(96, 64), ids(96, 64)),
    "Lstm": (Lstm, 32, normal(32, 32), ids(10)),
}


def warm(action):
    """Seconds of a call after three seconds of calls, of which the first may compile."""
    action()
    begin, calls = time.perf_counter(), 0
    while calls == 0 or time.perf_counter() - begin < 3:
        action()
        calls += 1
    return (time.perf_counter() - begin) / calls


def micros(action, seconds):
    """Microseconds of a call: the median of the means of slices, as in Stopwatch.java."""
    calls = max(1, int(seconds / 25 / warm(action)))
    slices = []
    begin = time.perf_counter()
    while not slices or time.perf_counter() - begin < seconds:
        start = time.perf_counter()
        for _ in range(calls):
            action()
        slices.append((time.perf_counter() - start) / calls * 1e6)
    return statistics.median(slices)


def figure(subject, what, value):
    print(f"figure\t{subject}\t{what}\t{value}", flush=True)


def resident(subject):
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                figure(subject, "resident", line.split()[1])


def measure_step(name, seconds, compiled):
    make, batch, inputs, labels = NETWORKS[name]
    net = make()
    figure(name, "parameters", sum(p.numel() for p in net.parameters()))

    def loss(x, y):
        z = net(x)
        return F.cross_entropy(z.reshape(-1, z.shape[-1]), y.reshape(-1))

    loss_of = torch.compile(loss) if compiled else loss
    optimizer = torch.optim.SGD(net.parameters(), 0.01)
    x, y = inputs(batch), labels(batch)

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss_of(x, y).backward()
        optimizer.step()

    figure(name, "step", micros(step, seconds))
    resident(name)


def measure_predict(name, seconds, compiled):
    make, _, inputs, _ = NETWORKS[name]
    net = make()
    net.eval()
    predict = torch.compile(net) if compiled else net
    with torch.inference_mode():
        row = inputs(1)
        figure(name, "predict", micros(lambda: predict(row), seconds))


def main():
    kind, subject, threads, seconds = sys.argv[1:5]
    compiled = sys.argv[5:] == ["compile"]
    torch.set_num_threads(int(threads))
    torch.manual_seed(0)
    if kind == "probe":
        compiler = "torch.compile of " if compiled else ""
        print(f"about\t{compiler}PyTorch {torch.__version__}, Python {sys.version.split()[0]}")
        if compiled:
            torch.compile(lambda x: torch.tanh(x) + x)(torch.randn(8))
    else:
        measure = {"step": measure_step, "predict": measure_predict}[kind]
        measure(subject, float(seconds), compiled)


main()

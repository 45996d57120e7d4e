import matplotlib.pyplot as plt
import numpy as np

def sigmoid(x):
    s = 1 / (1 + np.exp(-x))
    ds = s * (1 - s)
    return s, ds

a = np.arange(-6, 6, 0.01)
s, ds = sigmoid(a)

fig, ax = plt.subplots(figsize=(9, 5))
ax.spines["left"].set_position("center")
ax.spines["right"].set_color("none")
ax.spines["top"].set_color("none")
ax.xaxis.set_ticks_position("bottom")
ax.yaxis.set_ticks_position("left")

ax.plot(a, s, color="#307EC7", linewidth=3, label="sigmoid")
ax.plot(a, ds, color="#9621E2", linewidth=3, label="derivative")
ax.legend(loc="upper right", frameon=False)
fig.savefig("sigmoid.svg")
plt.show()

def spread(values):
    return max(values) - min(values)

if __name__ == "__main__":
    print(spread([1, 2, 4]))

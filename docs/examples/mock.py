# python3 mock.py handlekit-mock.jar
import json, pathlib, subprocess, sys, tempfile, time, urllib.request

port_file = pathlib.Path(tempfile.mkdtemp(), "port")
options = ["--port", "0", "--port-file", port_file, "--exit-with-parent"]
mock = subprocess.Popen(["java", "-jar", sys.argv[1], *options], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
while not port_file.exists():  # the mock writes it once it answers
    if mock.poll() is not None:
        raise SystemExit(f"the mock ended with {mock.returncode}")
    time.sleep(0.02)
base = f"http://127.0.0.1:{port_file.read_text().strip()}/v1"

customer = pathlib.Path(__file__).with_name("customer.json").read_bytes()
headers = {"Authorization": "Bearer any", "Content-Type": "application/json"}
with urllib.request.urlopen(urllib.request.Request(f"{base}/customers", customer, headers)) as reply:
    print(json.load(reply)["data"]["handle"])
mock.stdin.close()  # the mock stops when its input closes, even if this program is killed
mock.wait()

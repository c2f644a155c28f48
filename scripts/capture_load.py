"""The requests that make a program do its work, and so its bug."""
import http.client
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor


class Load:
    """Sends one step of a table's `load`. Fields of a step, with defaults:

    path "/"; `{i}` is the number of the request      count "n": a number or the run's n
    parallel 4   timeout 5 seconds for an answer      hold false: keep the request open until the dump
    keep false: keep-alive, the connection stays      raw: bytes to send instead of a request
    reuse false: as a load balancer does, one request after the other on `parallel` connections,
                 and not `during`
    spread false: over the run's whole wait           during false: again and again until the dump is taken
    pause 0: seconds before the step begins           alive false: go on although the process is gone
    public false: to LISTEN_PUBLIC instead of LISTEN
    """

    def __init__(self, run, port):
        self.run, self.port = run, port
        self.open, self.stopped, self.threads = [], threading.Event(), []

    def play(self):
        for step in self.run.load:
            time.sleep(step.get("pause", 0))
            count = step.get("count", "n")
            count = (self.run.n or 1) if count == "n" else count
            if step.get("reuse"):
                parallel = step.get("parallel", 4)
                with ThreadPoolExecutor(parallel) as pool:
                    each = [range(k, count, parallel) for k in range(parallel)]
                    list(pool.map(lambda numbers: self._reuse(step, numbers), each))
            elif step.get("during"):
                for i in range(step.get("parallel", 4)):
                    thread = threading.Thread(target=self._again, args=(step, i), daemon=True)
                    thread.start()
                    self.threads.append(thread)
            elif step.get("spread") and self.run.wait:
                gap = self.run.wait * 60 * 0.9 / count
                thread = threading.Thread(target=self._slowly, args=(step, count, gap), daemon=True)
                thread.start()
                self.threads.append(thread)
            else:
                with ThreadPoolExecutor(step.get("parallel", 4)) as pool:
                    list(pool.map(lambda i: self._send(step, i), range(count)))

    def stop(self):
        self.stopped.set()
        for connection in self.open:
            connection.close()

    def _again(self, step, i):
        while not self.stopped.is_set():
            self._send(step, i)
            i += step.get("parallel", 4)

    def _slowly(self, step, count, gap):
        for i in range(count):
            self._send(step, i)
            if self.stopped.wait(gap):
                return

    def _reuse(self, step, numbers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=step.get("timeout", 5))
        self.open.append(connection)
        for i in numbers:
            try:
                connection.request(step.get("method", "GET"), step["path"].replace("{i}", str(i)))
                connection.getresponse().read()
            except (OSError, http.client.HTTPException):
                connection.close()

    def _send(self, step, i):
        try:
            connection = socket.create_connection(
                ("127.0.0.2" if step.get("public") else "127.0.0.1", self.port), timeout=5)
        except OSError:
            return
        stays = step.get("keep") or step.get("hold")
        header = "" if step.get("keep") else "Connection: close\r\n"
        text = step.get("raw", "{method} {path} HTTP/1.1\r\nHost: shop.example\r\n{header}\r\n")
        for key, value in (("{method}", step.get("method", "GET")), ("{header}", header),
                           ("{path}", step.get("path", "/")), ("{i}", str(i))):
            text = text.replace(key, value)
        try:
            connection.sendall(text.encode())
            if step.get("hold"):
                time.sleep(0.005)
            else:
                connection.settimeout(step.get("timeout", 5))
                while connection.recv(65536) and not stays:
                    pass
        except OSError:
            pass
        if stays:
            self.open.append(connection)
        else:
            connection.close()

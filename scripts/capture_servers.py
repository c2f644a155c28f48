"""Real servers, from Debian's packages, for the programs that say `needs`.

Each listens on a free port of the loopback, keeps its data in a folder that goes with it, and is
told to the program by an environment variable. Only those that a run needs are started.
"""
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

SERVERS = {
    "redis": ("UPSTREAM_REDIS", "127.0.0.1:{port}",
              ["redis-server", "--port", "{port}", "--bind", "127.0.0.1", "--save", "", "--dir", "{dir}"]),
    "nats": ("UPSTREAM_NATS", "nats://127.0.0.1:{port}", ["nats-server", "-a", "127.0.0.1", "-p", "{port}"]),
    "mosquitto": ("UPSTREAM_MQTT", "tcp://127.0.0.1:{port}", ["mosquitto", "-p", "{port}"]),
    "etcd": ("UPSTREAM_ETCD", "127.0.0.1:{port}",
             ["etcd", "--data-dir", "{dir}/etcd", "--listen-client-urls", "http://127.0.0.1:{port}",
              "--advertise-client-urls", "http://127.0.0.1:{port}", "--listen-peer-urls",
              "http://127.0.0.1:{other}", "--log-level", "error"]),
    "rabbitmq": ("UPSTREAM_AMQP", "amqp://guest:guest@127.0.0.1:{port}/", ["rabbitmq-server"]),
    "postgres": ("UPSTREAM_POSTGRES", "postgres://postgres@127.0.0.1:{port}/postgres?sslmode=disable",
                 ["{pg}/postgres", "-D", "{dir}/data", "-h", "127.0.0.1", "-p", "{port}", "-k", "{dir}",
                  "-c", "max_connections=400"]),
}
# Refuse to run as root, so they run as the user that their package made.
USERS = {"postgres": "postgres", "rabbitmq": "rabbitmq"}


class Servers:
    """The servers of these names, as a context; `env` tells the programs where they are."""

    def __init__(self, names):
        unknown = set(names) - set(SERVERS)
        if unknown:
            raise SystemExit(f"capture: needs {sorted(unknown)}; there are {sorted(SERVERS)}")
        self.names, self.env, self.processes = sorted(names), {}, []

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="capture-"))
        self.folder.chmod(0o755)
        try:
            for name in self.names:
                self._start(name)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):  # a server before what it needs to end well
            end(process, signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                end(process, signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self, name):
        variable, address, command = SERVERS[name]
        port, other, third = free_ports(3)
        folder = self.folder / name
        folder.mkdir()
        values = {"port": port, "other": other, "dir": folder, "pg": postgres_folder()}
        user = []
        if os.getuid() == 0 and name in USERS:
            shutil.chown(folder, USERS[name], USERS[name])
            user = ["runuser", "-u", USERS[name], "--"]
        env = dict(os.environ)
        if name == "rabbitmq":
            plugins = folder / "enabled_plugins"
            plugins.write_text("[rabbitmq_amqp1_0].\n")  # AMQP 1.0 on the same port
            # Erlang's name server: RabbitMQ would start one that outlives it.
            self._run(["epmd", "-address", "127.0.0.1", "-port", str(third)], env, folder)
            env |= {"RABBITMQ_NODE_PORT": str(port), "RABBITMQ_DIST_PORT": str(other), "ERL_EPMD_PORT": str(third),
                    "RABBITMQ_NODENAME": f"capture{port}@localhost", "RABBITMQ_MNESIA_BASE": str(folder),
                    "RABBITMQ_LOG_BASE": str(folder), "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1", "HOME": str(folder),
                    "RABBITMQ_ENABLED_PLUGINS_FILE": str(plugins)}
        if name == "postgres":
            subprocess.run([*user, f"{values['pg']}/initdb", "-D", f"{folder}/data", "-U", "postgres", "-A", "trust"],
                           check=True, stdout=subprocess.DEVNULL, cwd=folder)
        words = [str(word).format(**values) for word in command]
        process = self._run([*user, *words], env, folder)
        wait_for(port, process, folder / "log")
        self.env[variable] = address.format(**values)

    def _run(self, words, env, folder):
        with (folder / "log").open("a") as log:
            process = subprocess.Popen(words, env=env, cwd=folder, stdout=log, stderr=log,
                                       start_new_session=True)
        self.processes.append(process)
        return process


def end(process, how):
    """A server is a group of processes: what ran it as another user passes no signals on."""
    try:
        os.killpg(process.pid, how)
    except ProcessLookupError:
        pass


def postgres_folder():
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    return found[-1].parent if found else ""


def free_ports(count):
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def wait_for(port, process, log):
    deadline = time.time() + 60
    while time.time() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"{process.args[-1]} does not listen: {log.read_text(errors='replace')[-1000:]}")

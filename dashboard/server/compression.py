"""Send answers compressed."""

from flask import Flask, Response
from flask_compress import Compress


def compress(server: Flask) -> None:
    """Compress what a browser can take compressed."""
    Compress(server)

    # Registered later, so it runs before: compressing a file's contents would leave it open.
    @server.after_request
    def read_whole(response: Response) -> Response:
        if response.direct_passthrough:
            response.direct_passthrough = False
            contents = response.get_data()
            response.close()
            response.set_data(contents)
        return response

# Maju as one of several copies; compose.yaml says how they stand together.
FROM python:3.11-slim

WORKDIR /app
COPY . .
RUN pip install --no-cache-dir uv \
 && uv pip install --system --no-cache --compile-bytecode -c constraints.txt -e '.[server]' \
 && useradd --create-home maju \
 && install -d -o maju /data

USER maju
ENV MAJU_DATA=/data
VOLUME /data
EXPOSE 8501
CMD ["maju", "serve", "--team", "--host", "0.0.0.0"]

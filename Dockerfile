# The bot in one image: docker build -t handoffbot .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src

# What is restored changes seldom and stays in a layer of its own.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/HandoffBot.Domain/HandoffBot.Domain.csproj src/HandoffBot.Domain/
COPY src/HandoffBot/HandoffBot.csproj src/HandoffBot/
RUN dotnet restore src/HandoffBot -p:PublishReadyToRun=true

COPY src/HandoffBot.Domain/ src/HandoffBot.Domain/
COPY src/HandoffBot/ src/HandoffBot/
RUN dotnet publish src/HandoffBot -c Release --no-restore --self-contained false -p:PublishReadyToRun=true -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The weekly picture has letters only where there is a font.
# No pg_dump: this distribution's is older than the server of compose.postgres.yaml and refuses it; see ops/backup-compose.
RUN apt-get update \
    && apt-get install -y --no-install-recommends fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/* \
    && mkdir /data \
    && chown "$APP_UID" /data
WORKDIR /app
COPY --from=build /app ./
# What many threads allocate and free outside of .NET stays small; without it the process grew by tens of megabytes (docs/performance.md).
ENV MALLOC_ARENA_MAX=2
ENV ConnectionStrings__Handoff="Data Source=/data/handoff.db"
VOLUME /data
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 CMD ["./HandoffBot", "health"]
ENTRYPOINT ["./HandoffBot"]

using HandoffBot.Chat;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Moq;

namespace HandoffBot.Tests.Http;

/// <summary>The whole host on free ports and an empty database; Telegram's address leads nowhere.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly HttpClient http = new();

    private RunningHost(TestDatabase database, WebApplication app) => (this.database, App) = (database, app);

    public WebApplication App { get; }

    public string Public => HandoffBotHost.PublicAddress(App);

    public string Management => HandoffBotHost.ManagementAddress(App);

    public static Task<RunningHost> StartAsync(params string[] settings) => StartAsync(_ => { }, settings);

    public static async Task<RunningHost> StartAsync(Action<IServiceCollection> replace, params string[] settings)
    {
        var database = await TestDatabase.CreateMigratedAsync(StorageProvider.Sqlite);
        var app = HandoffBotHost.Build(
            [
                "--Urls=http://127.0.0.1:0",
                "--Management:Url=http://127.0.0.1:0",
                $"--ConnectionStrings:Handoff={database.ConnectionString}",
                "--Backup:Folder=",
                "--Telegram:Token=424242:TEST-token_of-nobody",
                "--Telegram:BaseUrl=http://127.0.0.1:1",
                .. settings,
            ],
            builder => builder.Logging.ClearProviders(),
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton(new Mock<IChat>().Object));
                replace(services);
            }
        );
        var host = new RunningHost(database, app);
        try
        {
            await HandoffBotHost.StartAsync(app, TestContext.Current.CancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(HttpMethod.Get, address);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, new Uri(address));
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> ReadAsync(string address)
    {
        using var answer = await GetAsync(address);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        await database.DisposeAsync();
    }
}

using HandoffBot.Settings;
using HandoffBot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HandoffBot.Tests.Settings;

public sealed class ExampleSettingsTests
{
    private static readonly IConfigurationRoot Example = new ConfigurationBuilder()
        .AddJsonFile(Repository.PathOf("appsettings.example.json"))
        .Build();

    [Fact]
    public async Task Example_settings_would_start_the_bot()
    {
        await using var app = HandoffBotHost.Build([], b => b.Configuration.AddConfiguration(Example));

        app.Services.GetRequiredService<IStartupValidator>().Validate();

        Assert.Empty(app.Services.GetRequiredService<KnownSettings>().Misspelt(Example));
    }

    [Fact]
    public void Example_settings_show_every_setting_there_is()
    {
        var settings =
            from type in typeof(HandoffBotHost).Assembly.GetTypes()
            where type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section") is not null
            from property in type.GetProperties()
            where property.SetMethod is not null
            select $"{type.GetField("Section")!.GetRawConstantValue()}:{property.Name}";

        var missing = settings.Where(s => !Example.GetSection(s).Exists());

        Assert.NotEmpty(settings);
        Assert.Empty(missing);
    }

    [Fact]
    public async Task Misspelt_setting_is_named_with_those_there_are()
    {
        await using var app = HandoffBotHost.Build(["--SendLimits:PerSecnd=3"]);

        var misspelt = app.Services.GetRequiredService<KnownSettings>().Misspelt(app.Configuration);

        Assert.Contains("SendLimits:PerSecnd", Assert.Single(misspelt));
    }
}

using System.CommandLine;
using System.Runtime.InteropServices;
using HandoffBot.Domain.Team;

namespace HandoffBot.Sandbox;

internal static class Program
{
    private const int UsualPort = 5080;

    private static Task<int> Main(string[] args)
    {
        var lang = new Option<string>("--lang")
        {
            Description = "ru or en",
            DefaultValueFactory = _ => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru" ? "ru" : "en",
        };
        lang.AcceptOnlyFromAmong("ru", "en");
        var port = new Option<int>("--port")
        {
            Description = "The page's port; look-alike, bot and management take the three after it.",
            DefaultValueFactory = _ => UsualPort,
        };
        var empty = new Option<bool>("--empty") { Description = "No demo company: set the bot up yourself." };
        var alone = new Option<bool>("--bot-api-only") { Description = "The Telegram look-alike without the bot." };
        var control = new Option<bool>("--control") { Description = "No page: another program acts as the people." };
        var data = new Option<string?>("--data")
        {
            Description = "A database file to make and keep.",
            HelpName = "FILE",
        };
        var root = new RootCommand("HandoffBot's sandbox: try it without a token.")
        {
            lang,
            port,
            empty,
            alone,
            control,
            data,
        };
        root.SetAction(
            (given, _) =>
                RunAsync(
                    new SandboxOptions
                    {
                        Language = given.GetValue(lang) == "en" ? Language.English : Language.Russian,
                        Port = given.GetValue(port),
                        Scene = given.GetValue(empty) ? Scene.Empty : Scene.Morning,
                        WithBot = !given.GetValue(alone),
                        WithPage = !given.GetValue(control),
                        WithControl = given.GetValue(control),
                        DataFile = given.GetValue(data),
                    }
                )
        );
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static async Task<int> RunAsync(SandboxOptions options)
    {
        if (File.Exists(options.DataFile))
        {
            await Console.Error.WriteLineAsync(
                $"{options.DataFile} is there already: the sandbox begins with a new one."
            );
            return 1;
        }

        var stop = new TaskCompletionSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await Console.Out.WriteLineAsync(Greeting.Before(options));
            await using var sandbox = await RunningSandbox.StartAsync(options, CancellationToken.None);
            await Console.Out.WriteLineAsync(Greeting.Of(sandbox));
            await stop.Task;
            return 0;
        }
        catch (IOException taken)
        {
            await Console.Error.WriteLineAsync($"{taken.Message} Another --port may help.");
            return 1;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }
    }
}

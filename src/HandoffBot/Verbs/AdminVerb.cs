using System.CommandLine;
using HandoffBot.Chat;
using HandoffBot.Features.Team;

namespace HandoffBot.Verbs;

/// <summary>The way back when the admin has left.</summary>
internal static class AdminVerb
{
    public static Command Command =>
        new("admin", "Who may set the bot up.")
        {
            Verb.Of(
                "reset",
                "Takes the admin's rights away and prints a new setup code; earlier codes are dead.",
                async (_, settings, token) =>
                    Verb.Say(
                        await Verb.BesideAsync(
                            settings,
                            async services =>
                            {
                                var installation = await services.GetRequiredService<ResetAdmin>().HandleAsync(token);
                                var (bot, _) = await services.GetRequiredService<IChat>().MeetAsync(token);
                                return services.GetRequiredService<SetupInvitation>().For(installation, bot);
                            },
                            token
                        )
                    )
            ),
        };
}

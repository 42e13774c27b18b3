using HandoffBot.Sandbox.Demo;

namespace HandoffBot.Sandbox.WebChat;

/// <summary>Plays one story at a time.</summary>
internal sealed class StoryTeller
{
    /// <summary>The key of the story being played.</summary>
    public string? Playing { get; private set; }

    /// <summary>The last one could not be played to its end.</summary>
    public bool Broke { get; private set; }

    public async Task PlayAsync(Story story, Session session, CancellationToken cancellationToken)
    {
        (Playing, Broke) = (story.Key, false);
        try
        {
            await story.Play(new Stage(session), cancellationToken);
        }
        catch (HttpRequestException)
        {
            Broke = true;
        }
        finally
        {
            Playing = null;
        }
    }
}

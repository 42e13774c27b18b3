using HandoffBot.Sandbox.Demo;

namespace HandoffBot.Sandbox.WebChat;

/// <summary>Plays one story at a time.</summary>
internal sealed class StoryTeller : IDisposable
{
    private CancellationTokenSource _stop = new();

    /// <summary>The key of the story being played.</summary>
    public string? Playing { get; private set; }

    /// <summary>The last one could not be played to its end.</summary>
    public bool Broke { get; private set; }

    public async Task PlayAsync(Story story, Session session)
    {
        var stop = new CancellationTokenSource();
        (_stop, Playing, Broke) = (stop, story.Key, false);
        try
        {
            await story.Play(new Stage(session), stop.Token);
        }
        // Where the sandbox begins anew, the story may notice before it is stopped.
        catch (Exception gone)
            when (stop.IsCancellationRequested || gone is ObjectDisposedException or OperationCanceledException)
        {
            // Its world is gone, or whoever watched.
        }
        catch (HttpRequestException)
        {
            Broke = true;
        }
        finally
        {
            Playing = _stop == stop ? null : Playing;
        }
    }

    public void Stop()
    {
        _stop.Cancel();
        (Playing, Broke) = (null, false);
    }

    public void Dispose()
    {
        Stop();
        _stop.Dispose();
    }
}
